import type { Adapter } from 'lowdb';
import { writeDurably } from '#main/files/durable-write.ts';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, readIfPresent } from '#main/files/file-system.ts';
import { sameBytes } from '#main/files/same-bytes.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { type DataLayout, reviewPath } from './data-folder.ts';
import type { Generations } from './generations.ts';
import { type PreparedReview, printReviewFile, STORED_SIZE_LIMIT, type StoredReview } from './review-file.ts';
import type { ReadReview, SeenReview, SeenReviews } from './seen-reviews.ts';
import { swappedOut } from './swapped-out.ts';

/** A review in lowdb: as it was read, or ready to be written; null where there is no file. */
export type KeptReview = StoredReview | PreparedReview | null;

/** What the files of reviews lie in, and are read and kept with. */
export interface ReviewPlaces {
  readonly files: FileSystem;
  readonly layout: DataLayout;
  readonly generations: Generations;
  readonly seen: SeenReviews;
}

/** Somebody else changed the file between our reading it and our writing it. */
export class ChangedOnDisk extends Error {}

/**
 * lowdb adapter for the file of one review. A write replaces only the file that was last seen: it is compared
 * byte by byte right before the new one takes its name, and once more when it has it, because a synchronising program or another computer may
 * write here as well.
 */
export class ReviewAdapter implements Adapter<KeptReview> {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #id: string;
  readonly #reviews: SeenReviews;
  readonly #generations: Generations;
  #seen: Uint8Array | null;

  /** @param seen the file that a write is to replace without reading it first */
  constructor({ files, layout, generations, seen: reviews }: ReviewPlaces, id: string, seen: SeenReview | null = null) {
    this.#files = files;
    this.#generations = generations;
    this.#path = reviewPath(layout, id);
    this.#id = id;
    this.#reviews = reviews;
    this.#seen = seen?.bytes ?? null;
  }

  /** @throws {FailureError} for a file that cannot be used; it is left as it is. */
  async read(): Promise<ReadReview | null> {
    this.#seen = await readIfPresent(this.#files, this.#path, FILE_SIZE_LIMIT);
    if (this.#seen === null) return null;
    const review = this.#reviews.understand(this.#id, this.#seen);
    this.#reviews.keep(this.#id, this.#seen, review, review);
    return review;
  }

  /**
   * @throws {ChangedOnDisk} when the file is not the one that was seen.
   * @throws {FailureError} `too-large` when the review would be too large to read again.
   */
  async write(review: KeptReview): Promise<void> {
    if (review === null) throw new Error('A review is never written away');
    const bytes = Buffer.from(printReviewFile(review));
    if (bytes.byteLength > STORED_SIZE_LIMIT) {
      throw new FailureError(
        'too-large',
        'The review has become too large to save. Shorten long texts or remove drawn signatures, then try again.',
      );
    }
    await writeDurably(this.#files, this.#path, bytes, { place: (temporary) => this.#takePlace(temporary, bytes) });
    this.#seen = bytes;
    // What was written is not taken for what would be read: a file gives its keys in another order.
    this.#reviews.keep(this.#id, bytes, review, null);
  }

  /**
   * Gives the new file its name, if it still is the seen one that it replaces. The two change names at once, so that the very file
   * that was replaced is looked at: between a look and a rename there is room for somebody else.
   */
  async #takePlace(temporary: string, bytes: Uint8Array): Promise<void> {
    await this.#refuseUnlessSeen(this.#path);
    const seen = this.#seen;
    const swapping = { id: this.#id, temporary, path: this.#path };
    if (seen && (await swappedOut(this.#files, swapping, () => this.#look(temporary, seen, bytes)))) return;
    if (seen) await this.#keep(this.#path, seen);
    await this.#files.rename(temporary, this.#path);
  }

  /** Looks at the file that was replaced, and gives it its name back when it is not the seen one. */
  async #look(temporary: string, seen: Uint8Array, bytes: Uint8Array): Promise<void> {
    try {
      await this.#refuseUnlessSeen(temporary);
    } catch (error) {
      await this.#putBack(temporary, bytes);
      throw error;
    }
    await this.#keep(temporary, seen);
    // What stays behind is swept at the next start.
    await this.#files.unlink(temporary).catch(() => undefined);
  }

  /** That the version before cannot be kept is no reason to lose this one. */
  #keep(path: string, bytes: Uint8Array): Promise<void> {
    return this.#generations.keep(this.#id, path, bytes).catch(() => undefined);
  }

  /** Gives somebody else's file its name back; where that cannot be done, it becomes an earlier version. */
  async #putBack(temporary: string, ours: Uint8Array): Promise<void> {
    const isBack = await this.#files.swap(temporary, this.#path).catch(() => false);
    const out = await readIfPresent(this.#files, temporary, FILE_SIZE_LIMIT);
    // What came out for it and is not ours has come there meanwhile.
    if (!out || (isBack && sameBytes(out, ours))) return;
    await this.#generations.keep(this.#id, temporary, out).catch(async (error: unknown) => {
      if (isBack) throw error;
      await this.#files.rename(temporary, this.#path);
    });
  }

  async #refuseUnlessSeen(path: string): Promise<void> {
    const now = await readIfPresent(this.#files, path, FILE_SIZE_LIMIT);
    const same = now === null || this.#seen === null ? now === this.#seen : sameBytes(now, this.#seen);
    if (!same) throw new ChangedOnDisk('The file is not the one that was seen');
  }
}
