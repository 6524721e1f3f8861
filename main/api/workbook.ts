import { resolve } from 'node:path';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { holdDataFolder } from '#main/store/hold-data-folder.ts';
import type { Api, Reply } from '#shared/contract/contract.ts';
import type { LoadedWorkbook } from './load-workbook.ts';
import type { WorkbookOptions } from './workbook-options.ts';

/** An open data folder: the calls that work on it, and the way to leave it without loss. */
export interface Workbook {
  /**
   * Loads what answers calls, which takes longer than all that a host needs to be there for them. Begun at the
   * first call at the latest. Rejects when the program's own files cannot be read.
   */
  load(): Promise<Api>;
  /** Answers one call as it arrived, JSON text `{"method":…,"input":…}`. */
  answer(body: string): Promise<Reply>;
  /** Why nothing can be changed in the folder; null where it can. */
  readonly readOnly: string | null;
  /** Titles of reviews whose last change was sent and could not be saved. */
  refused(): readonly string[];
  /** Waits for every save and export under way, refuses later ones, then frees the lock. */
  close(): Promise<void>;
}

export type OpenResult =
  | { readonly kind: 'opened'; readonly workbook: Workbook }
  /** Another program holds the data folder; `message` says who and what to do. */
  | { readonly kind: 'locked'; readonly message: string }
  /** The data folder cannot be used; `message` says why and what to do. */
  | { readonly kind: 'unusable'; readonly message: string };

/**
 * Opens a data folder for one host: takes its lock, and no more than that is loaded for it, so that a host is
 * there at once. One that can only be read is opened without a lock, and nothing in it is changed.
 */
export async function openWorkbook(options: WorkbookOptions): Promise<OpenResult> {
  const { dataFolder, platform, log, files = nodeFileSystem } = options;
  const layout = dataLayout(resolve(dataFolder));
  const held = await holdDataFolder(files, layout, platform.host);
  if (held.kind === 'locked' || held.kind === 'unusable') {
    log.info(`Not opened: ${held.message}`);
    return { kind: held.kind, message: held.message };
  }
  const readOnly = held.kind === 'read-only' ? held.message : null;
  let loaded: LoadedWorkbook | null = null;
  let loading: Promise<LoadedWorkbook> | null = null;
  let closed: Promise<void> | null = null;
  const load = (): Promise<LoadedWorkbook> => {
    if (closed && !loading) return Promise.reject(new Error('The workbook is closed.'));
    loading ??= import('./load-workbook.ts').then(async (module) => {
      loaded = await module.loadWorkbook({ ...options, readOnly }, layout);
      return loaded;
    });
    return loading;
  };
  const close = async (): Promise<void> => {
    // What could not be loaded has changed nothing.
    await (await loading?.catch(() => null))?.close();
    if (held.kind === 'held') await held.lock.release();
  };
  const workbook: Workbook = {
    load: async () => (await load()).api,
    // Handed on at once, so that a closing that begins after a call has come waits for it.
    answer: (body) => (loaded ? loaded.answer(body) : load().then((ready) => ready.answer(body))),
    readOnly,
    refused: () => loaded?.refused() ?? [],
    close: () => (closed ??= close()),
  };
  return { kind: 'opened', workbook };
}
