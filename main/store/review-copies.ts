import { join } from 'node:path';
import { moveDurably } from '#main/files/durable-write.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import { type FileSystem, namesIn, nameTaken, readIfPresent } from '#main/files/file-system.ts';
import { canonicalSha256 } from '#main/files/hash.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { type CopyName, copyName } from './copy-name.ts';
import type { DataLayout } from './data-folder.ts';
import { parseEnvelope, parseStoredReview, type StoredReview } from './review-file.ts';
import type { ReviewStore } from './review-store.ts';
import { trashNameOf } from './trash.ts';

/** Most earlier versions that are looked at as the start of a copy. */
const MOST_STARTS = 12;
/** Milliseconds for which nobody works on a copy without its being brought in step. */
const WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * Copies of reviews that other programs put beside them, because the file was changed in two places. They stay until a person merged
 * or kept them; then they go to the trash.
 */
export class ReviewCopies {
  readonly #files: FileSystem;
  readonly #layout: DataLayout;
  readonly #store: Pick<ReviewStore, 'versions' | 'openVersion'>;
  readonly #now: () => Date;

  constructor(
    files: FileSystem,
    layout: DataLayout,
    store: Pick<ReviewStore, 'versions' | 'openVersion'>,
    now: () => Date = () => new Date(),
  ) {
    this.#files = files;
    this.#layout = layout;
    this.#store = store;
    this.#now = now;
  }

  /** All copies, or those of one review, by name. @throws {FailureError} when the folder cannot be read */
  list(id: string | null = null): Promise<readonly CopyName[]> {
    return explaining('Copies of reviews could not be looked for', async () => {
      const names = (await namesIn(this.#files, this.#layout.reviews)).toSorted();
      return names.flatMap((name) => copyName(name) ?? []).filter((copy) => id === null || copy.id === id);
    });
  }

  /** What a copy holds, checked as a review of its own. @throws {FailureError} `not-found`, `damaged` … */
  open(file: string): Promise<StoredReview> {
    return explaining('The copy could not be opened', async () => {
      const bytes = await readIfPresent(this.#files, this.#pathOf(file), FILE_SIZE_LIMIT);
      if (!bytes) throw notThere();
      return parseStoredReview(bytes);
    });
  }

  /** When the version in a copy was saved, as the copy says; null where it cannot be read. */
  async savedAt(file: string): Promise<string | null> {
    try {
      const bytes = await readIfPresent(this.#files, this.#pathOf(file), FILE_SIZE_LIMIT);
      return bytes && parseEnvelope(bytes).savedAt;
    } catch {
      // What is wrong with it is said when it is opened.
      return null;
    }
  }

  /** Moves a copy to the trash. @throws {FailureError} `not-found` … */
  clear(file: string): Promise<void> {
    return explaining('The copy could not be moved to the trash', async () => {
      const from = this.#pathOf(file);
      if (!(await nameTaken(this.#files, from))) throw notThere();
      await moveDurably(this.#files, from, await this.#freeTrashPath(copyName(file)?.id ?? ''));
    });
  }

  /**
   * Versions of which it is not known that two versions of a review did not start from them: each was saved less often than
   * both, and before both. A version that one of them is already, by its save, is the start itself. See `mergeReviews`.
   */
  async possibleStarts(a: StoredReview, b: StoredReview): Promise<readonly StoredReview[]> {
    // What a window had not saved and gave out as a file was made from what is stored.
    if (isSameSave(a, b)) return [a];
    const { id } = a.document;
    const hash = canonicalSha256({ ...b.document, id });
    const starts: StoredReview[] = [];
    for (const { name } of await this.#store.versions(id)) {
      // One that went meanwhile, or is damaged, cannot help.
      const version = await this.#store.openVersion(id, name).catch(ifFailed);
      if (!version) continue;
      if (isSameSave(version, b) && canonicalSha256(version.document) === hash) return [version];
      const isEarlier = [a, b].every(
        ({ revision, savedAt }) => version.revision < revision && version.savedAt < savedAt,
      );
      if (isEarlier) starts.push(version);
    }
    return starts.some((start) => isBeforeBoth(start, b)) ? spread(starts) : [];
  }

  #pathOf(file: string): string {
    // A name that leads out of the folder is no name of a copy.
    if (/[\\/]/.test(file) || copyName(file) === null) throw notThere();
    return join(this.#layout.reviews, file);
  }

  async #freeTrashPath(id: string): Promise<string> {
    for (let at = this.#now().getTime(); ; at++) {
      const path = join(this.#layout.trash, trashNameOf(id, new Date(at)));
      if (!(await nameTaken(this.#files, path))) return path;
    }
  }
}

function isSameSave(left: StoredReview, right: StoredReview): boolean {
  return left.revision === right.revision && left.savedAt === right.savedAt;
}

/**
 * Whether a version is sure to be older than the moment at which two versions parted. Were all that are looked at younger, what one version
 * changed before them would seem to be changed back by the other one, and be lost without a word.
 */
function isBeforeBoth(start: StoredReview, copy: StoredReview): boolean {
  return start.revision === 1 || Date.parse(copy.savedAt) - Date.parse(start.savedAt) >= WEEK;
}

/** So many of the versions that the first and the last one are among them. */
function spread(versions: readonly StoredReview[]): readonly StoredReview[] {
  if (versions.length <= MOST_STARTS) return versions;
  const step = (versions.length - 1) / (MOST_STARTS - 1);
  return Array.from({ length: MOST_STARTS }, (_, index) => versions[Math.round(index * step)]).filter(
    (version) => version !== undefined,
  );
}

function notThere(): FailureError {
  return new FailureError('not-found', 'This copy is not in the data folder any more. Look again.');
}

function ifFailed(error: unknown): null {
  if (error instanceof FailureError) return null;
  throw error;
}
