import { contentSha256 } from '#main/files/hash.ts';
import { sameBytes } from '#main/files/same-bytes.ts';
import { parseReviewOf, type StoredReview } from './review-file.ts';

/** How many reviews are kept at hand: the one that is edited, and those it leads to. */
const MOST = 4;

/** A review that was read, checked to the last field. */
export interface ReadReview extends StoredReview {
  /** The hash that signatures bind to. */
  readonly contentSha256: string;
}

/** The file of a review as it was last seen. */
export interface SeenReview {
  readonly bytes: Uint8Array;
  readonly revision: number;
  readonly templateSha256: string;
  readonly isSigned: boolean;
  /** What the file says; null where it was written and not read since. */
  readonly read: ReadReview | null;
}

/**
 * The files that were read or written last, so that one whose bytes are still the same need not be understood again.
 * What is here is never believed without a look at the bytes on disk.
 */
export class SeenReviews {
  readonly #entries = new Map<string, SeenReview>();

  of(id: string): SeenReview | null {
    return this.#entries.get(id) ?? null;
  }

  /** Notes bytes that stand in a review's file now. */
  keep(id: string, bytes: Uint8Array, { document, revision }: StoredReview, read: ReadReview | null): void {
    const isSigned = document.signOff.signatures.length > 0 || document.closed !== undefined;
    this.#entries.delete(id);
    this.#entries.set(id, { bytes, revision, templateSha256: document.template.sha256, isSigned, read });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MOST && oldest !== undefined) this.#entries.delete(oldest);
  }

  /**
   * What the bytes of a review's file say; known already where they are those read last.
   * @throws {FailureError} for a file that cannot be used.
   */
  understand(id: string, bytes: Uint8Array): ReadReview {
    const known = this.of(id);
    if (known?.read && sameBytes(known.bytes, bytes)) return known.read;
    const review = parseReviewOf(id, bytes);
    return { ...review, contentSha256: contentSha256(review.document) };
  }
}
