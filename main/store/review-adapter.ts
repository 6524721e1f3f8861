import type { Adapter } from 'lowdb';
import { writeDurably } from '#main/files/durable-write.ts';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, readIfPresent } from '#main/files/file-system.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { type DataLayout, reviewPath } from './data-folder.ts';
import { parseStoredReview, printReviewFile, STORED_SIZE_LIMIT, type StoredReview } from './review-file.ts';

/** Somebody else changed the file between our reading it and our writing it. */
export class ChangedOnDisk extends Error {}

/**
 * lowdb adapter for the file of one review. A write replaces only the file that the last read saw:
 * it is compared byte by byte right before the new one takes its name, because a synchronising
 * program or another computer may write here as well.
 */
export class ReviewAdapter implements Adapter<StoredReview | null> {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #id: string;
  #seen: Uint8Array | null = null;

  constructor(files: FileSystem, layout: DataLayout, id: string) {
    this.#files = files;
    this.#path = reviewPath(layout, id);
    this.#id = id;
  }

  /** @throws {FailureError} for a file that cannot be used; it is left as it is. */
  async read(): Promise<StoredReview | null> {
    this.#seen = await readIfPresent(this.#files, this.#path, FILE_SIZE_LIMIT);
    const review = this.#seen && parseStoredReview(this.#seen);
    if (review && review.document.id !== this.#id) {
      throw new FailureError('damaged', 'The file holds another review than its name says. It was left as it is.');
    }
    return review;
  }

  /**
   * @throws {ChangedOnDisk} when the file is not the one that was read.
   * @throws {FailureError} `too-large` when the review would be too large to read again.
   */
  async write(review: StoredReview | null): Promise<void> {
    if (review === null) throw new Error('A review is never written away');
    const bytes = Buffer.from(printReviewFile(review));
    if (bytes.byteLength > STORED_SIZE_LIMIT) {
      throw new FailureError(
        'too-large',
        'The review has become too large to save. Shorten long texts or remove drawn signatures, then try again.',
      );
    }
    await writeDurably(this.#files, this.#path, bytes, { beforeRename: () => this.#refuseIfChanged() });
    this.#seen = bytes;
  }

  async #refuseIfChanged(): Promise<void> {
    const now = await readIfPresent(this.#files, this.#path, FILE_SIZE_LIMIT);
    const same = now === null || this.#seen === null ? now === this.#seen : Buffer.compare(now, this.#seen) === 0;
    if (!same) throw new ChangedOnDisk('The file is not the one that was read');
  }
}
