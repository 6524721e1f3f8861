import { join } from 'node:path';
import { makeFolder, TEMPORARY_NAME, writeDurably } from '#main/files/durable-write.ts';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, namesIn, readIfPresent } from '#main/files/file-system.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { type Kept, thinned } from './generation-ages.ts';

/** When a file was put aside, to the millisecond, as its name. */
const NAME = /^(\d{8}T\d{9})Z\.json$/;

/**
 * Earlier versions of reviews, a folder for each review: the one before the last save, and further ones the sparser the older
 * (`generation-ages.ts`). A version is the very file that a save replaced, under another name, so that keeping it copies nothing.
 */
export class Generations {
  readonly #files: FileSystem;
  readonly #folder: string;
  readonly #now: () => Date;
  /** What is kept of a review, newest first; read once, as only this program keeps and thins. */
  readonly #known = new Map<string, readonly Kept[]>();

  constructor(files: FileSystem, folder: string, now: () => Date) {
    this.#files = files;
    this.#folder = folder;
    this.#now = now;
  }

  /**
   * Keeps the file of a review that is about to be replaced, and lets go what is kept too densely. Rejects when that cannot be
   * done; a save need not fail for it.
   * @param bytes what the file holds
   */
  async keep(id: string, path: string, bytes: Uint8Array): Promise<void> {
    const folder = this.#folderOf(id);
    const before = await this.#keptOf(id);
    if (before.length === 0) await makeFolder(this.#files, folder);
    const at = this.#now();
    const name = nameOf(at);
    if (before.some((kept) => kept.name === name)) return;
    await this.#files.link(path, join(folder, name)).catch(() => writeDurably(this.#files, join(folder, name), bytes));
    const all = [{ name, at: at.getTime(), size: bytes.byteLength }, ...before];
    const kept = thinned(all, at.getTime());
    this.#known.set(id, kept);
    const gone = all.filter((entry) => !kept.includes(entry));
    await Promise.all(gone.map((entry) => this.#files.unlink(join(folder, entry.name))));
  }

  /** Names of what is kept of a review, newest first, with when it was replaced. */
  async list(id: string): Promise<readonly { readonly name: string; readonly replacedAt: string }[]> {
    const names = await namesIn(this.#files, this.#folderOf(id));
    return names
      .flatMap((name) => momentOf(name) ?? [])
      .map(({ name, at }) => ({ name, replacedAt: new Date(at).toISOString() }))
      .toSorted((left, right) => (left.name < right.name ? 1 : -1));
  }

  /** @throws {FailureError} `not-found` */
  async read(id: string, name: string): Promise<Uint8Array> {
    const bytes = NAME.test(name)
      ? await readIfPresent(this.#files, join(this.#folderOf(id), name), FILE_SIZE_LIMIT)
      : null;
    if (bytes) return bytes;
    throw new FailureError('not-found', 'This earlier version is not kept any more. Look again.');
  }

  /** Deletes all that is kept of a review, which itself is deleted for good. */
  async forget(id: string): Promise<void> {
    this.#known.delete(id);
    const folder = this.#folderOf(id);
    const names = (await namesIn(this.#files, folder)).filter((name) => NAME.test(name) || TEMPORARY_NAME.test(name));
    await Promise.all(names.map((name) => this.#files.unlink(join(folder, name))));
  }

  async #keptOf(id: string): Promise<readonly Kept[]> {
    const known = this.#known.get(id);
    if (known) return known;
    const folder = this.#folderOf(id);
    const moments = (await namesIn(this.#files, folder)).flatMap((name) => momentOf(name) ?? []);
    const states = await this.#files.statEach(
      folder,
      moments.map(({ name }) => name),
    );
    return moments
      .map((moment, index) => ({ ...moment, size: Number(states[index]?.size ?? 0) }))
      .toSorted((left, right) => right.at - left.at);
  }

  #folderOf(id: string): string {
    return join(this.#folder, id);
  }
}

/** `20261129T210901123Z.json`: sorts as time goes, and every file system takes it. */
function nameOf(at: Date): string {
  return `${at.toISOString().replaceAll(/[-:.]/g, '')}.json`;
}

function momentOf(name: string): { readonly name: string; readonly at: number } | null {
  const digits = NAME.exec(name)?.[1];
  if (digits === undefined) return null;
  const at = Date.parse(digits.replace(/^(....)(..)(..T..)(..)(..)(...)$/, '$1-$2-$3:$4:$5.$6Z'));
  return Number.isNaN(at) ? null : { name, at };
}
