import { join } from 'node:path';
import { explaining, FailureError } from '#main/files/failure.ts';
import { type FileSystem, namesIn } from '#main/files/file-system.ts';
import type { Log } from '#main/files/log.ts';
import type { BackupMade, BackupWish } from '#main/store/backup-write.ts';
import type { Settings } from '#main/store/settings.ts';

/** Milliseconds between two looks whether a backup is due. */
const HOUR = 60 * 60 * 1000;
const DAYS = { day: 1, week: 7 } as const;
/** How many backups that were made by themselves are kept. */
const KEPT = 10;

const NAME = /^groundwork-(\d{4}-\d{2}-\d{2}T\d{6})Z(-auto)?\.zip$/;

interface Places {
  readonly files: FileSystem;
  /** The data folder. */
  readonly root: string;
  readonly settings: Settings;
  readonly log: Log;
  readonly now: () => Date;
}

type ChosenBackup = Partial<Pick<BackupWish, 'only' | 'keys' | 'goOn' | 'onRead'>>;

/** A backup in the folder that was chosen for them. */
interface BackupEntry {
  readonly file: string;
  readonly madeAt: string;
  readonly size: number;
}

/**
 * Backups in a folder that a person chose: made by hand or by themselves, of which the newest are kept. Backups made by hand
 * and files of others are never deleted.
 */
export class Backups {
  readonly #places: Places;
  #timer: ReturnType<typeof setInterval> | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #problem = '';

  constructor(places: Places) {
    this.#places = places;
  }

  /** Why the last backup of its own was not made; empty when all is well. */
  get problem(): string {
    return this.#problem;
  }

  /** Looks from now on whether one is due. */
  start(): void {
    this.#timer = setInterval(() => void this.makeIfDue(), HOUR);
    this.#timer.unref();
    void this.makeIfDue();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  /** The backups in the folder, newest first; none where no folder is chosen. @throws {FailureError} */
  async list(): Promise<readonly BackupEntry[]> {
    const { files, settings } = this.#places;
    const folder = settings.data.backupFolder;
    if (folder === null) return [];
    return explaining(`The folder of backups ${folder} cannot be read`, async () => {
      const names = (await files.readdir(folder)).filter((name) => NAME.test(name));
      const states = await files.statEach(folder, names);
      const found = names.flatMap((file, index) => {
        const state = states[index];
        return state ? [{ file, madeAt: momentOf(file), size: Number(state.size) }] : [];
      });
      return found.toSorted((left, right) => (left.madeAt < right.madeAt ? 1 : -1));
    });
  }

  /** The path of a backup in the folder. @throws {FailureError} where no folder is chosen, or it is none of them */
  pathOf(file: string): string {
    const folder = this.#places.settings.data.backupFolder;
    if (folder === null || !NAME.test(file))
      throw new FailureError('not-found', 'There is no such backup. Look again.');
    return join(folder, file);
  }

  /** Makes a backup now, of everything and without keys unless it is wished otherwise; one after the other. @throws {FailureError} */
  make(wish: ChosenBackup = {}, isAuto = false): Promise<BackupMade & { readonly path: string }> {
    const made = this.#running.then(() => this.#make(wish, isAuto));
    this.#running = made.catch(() => undefined);
    return made;
  }

  async makeIfDue(): Promise<void> {
    const { settings, log, now } = this.#places;
    const { backupEvery, backupFolder, backupAt } = settings.data;
    if (backupEvery === null || backupFolder === null || this.#isClosed) return;
    const next = backupAt === null ? 0 : Date.parse(backupAt) + DAYS[backupEvery] * 24 * HOUR;
    if (now().getTime() < next) return;
    try {
      await this.make({}, true);
      await this.#thin(backupFolder);
      this.#problem = '';
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
      log.error('A backup was due and could not be made', error);
    }
  }

  async #make(wish: ChosenBackup, isAuto: boolean): Promise<BackupMade & { readonly path: string }> {
    const { files, root, settings, now } = this.#places;
    const folder = settings.data.backupFolder;
    if (folder === null) throw new FailureError('folder-missing', 'Choose a folder for backups first.');
    const madeAt = now();
    const stamp = madeAt.toISOString().slice(0, 19).replaceAll(':', '');
    const path = join(folder, `groundwork-${stamp}Z${isAuto ? '-auto' : ''}.zip`);
    const { writeBackup } = await import('#main/store/backup-write.ts');
    const made = await explaining('The backup could not be written', () =>
      writeBackup(files, root, path, { only: null, keys: null, ...wish, madeAt }),
    );
    // One of some reviews puts off none of all.
    if (!wish.only) await settings.update((data) => Object.assign(data, { backupAt: madeAt.toISOString() }));
    return { ...made, path };
  }

  async #thin(folder: string): Promise<void> {
    const { files } = this.#places;
    const own = (await namesIn(files, folder)).filter((name) => NAME.exec(name)?.[2] !== undefined).toSorted();
    for (const name of own.slice(0, Math.max(0, own.length - KEPT))) await files.unlink(join(folder, name));
  }
}

/** `groundwork-2026-11-30T010203Z.zip` → the moment in ISO 8601. */
function momentOf(file: string): string {
  const [, stamp = ''] = NAME.exec(file) ?? [];
  return `${stamp.replace(/T(..)(..)(..)$/, 'T$1:$2:$3')}Z`;
}
