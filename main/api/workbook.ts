import { resolve } from 'node:path';
import { type FileSystem, nodeFileSystem } from '#main/files/file-system.ts';
import { Lanes } from '#main/files/lanes.ts';
import type { Log } from '#main/files/log.ts';
import { recordRenderer } from '#main/record/render-record.ts';
import { Jobs } from '#main/reviews/jobs.ts';
import type { Platform } from '#main/reviews/platform.ts';
import type { KeyProtection } from '#main/seal/key-protection.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import { loadBuiltIn } from '#main/store/built-in.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { holdDataFolder } from '#main/store/hold-data-folder.ts';
import { Milestones } from '#main/store/milestones.ts';
import { openStore } from '#main/store/open-store.ts';
import { SealedRecords } from '#main/store/sealed-records.ts';
import { loadSettings } from '#main/store/settings.ts';
import { SignedElsewhere } from '#main/store/signed-elsewhere.ts';
import { offThread } from '#main/workers/off-thread.ts';
import type { Api } from '#shared/contract/contract.ts';
import { createApi } from './create-api.ts';

export interface WorkbookOptions {
  /** Where reviews lie; made when missing. */
  readonly dataFolder: string;
  /** The program's own folder, which holds `templates/` and the fonts. */
  readonly appFolder: string;
  readonly platform: Platform;
  readonly log: Log;
  /** How the host protects the keys that seal records, asked at their first use; not at all when left out. */
  readonly keyProtection?: () => Promise<KeyProtection>;
  /** File system to work on; another one only in tests. */
  readonly files?: FileSystem;
}

/** An open data folder: the calls that work on it, and the way to leave it without loss. */
export interface Workbook {
  readonly api: Api;
  /** Waits for every save and export under way, refuses later ones, then frees the lock. */
  close(): Promise<void>;
}

export type OpenResult =
  | { readonly kind: 'opened'; readonly workbook: Workbook }
  /** Another program holds the data folder; `message` says who and what to do. */
  | { readonly kind: 'locked'; readonly message: string }
  /** The data folder cannot be used; `message` says why and what to do. */
  | { readonly kind: 'unusable'; readonly message: string };

/** Opens a data folder for one host. */
export async function openWorkbook(options: WorkbookOptions): Promise<OpenResult> {
  const { dataFolder, appFolder, platform, log, keyProtection: protection, files = nodeFileSystem } = options;
  const layout = dataLayout(resolve(dataFolder));
  const held = await holdDataFolder(files, layout, platform.host);
  if (held.kind !== 'held') {
    log.info(`Not opened: ${held.message}`);
    return held;
  }
  try {
    const builtIn = await loadBuiltIn(files, appFolder);
    for (const problem of builtIn.problems) log.error('A file of the program cannot be used', problem);
    const { store, templates } = openStore(files, layout, builtIn);
    const exports = new Lanes();
    const work = offThread(appFolder);
    const now = () => new Date();
    const api = createApi({
      files,
      store,
      sealed: new SealedRecords(files, layout.records),
      milestones: new Milestones(files, layout.milestones),
      templates,
      builtIn,
      settings: await loadSettings(files, layout.settings),
      signedElsewhere: new SignedElsewhere(files, layout.signedElsewhere),
      platform,
      render: recordRenderer(appFolder, work.print),
      work,
      jobs: new Jobs(),
      exports,
      keys: new KeyStore(files, layout.keys, { now, ...(protection && { protection }) }),
      log,
      dataFolder: layout.root,
      now,
    });
    const close = async (): Promise<void> => {
      await Promise.all([store.close(), exports.close()]);
      await store.flushIndex().catch((error: unknown) => log.error('The index could not be saved', error));
      await held.lock.release();
    };
    let closed: Promise<void> | null = null;
    return { kind: 'opened', workbook: { api, close: () => (closed ??= close()) } };
  } catch (error) {
    await held.lock.release();
    throw error;
  }
}
