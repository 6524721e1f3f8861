import { basename, join } from 'node:path';
import { makeFolder, sweepTemporaries, writeDurably } from '#main/files/durable-write.ts';
import { explaining } from '#main/files/failure.ts';
import { type FileSystem, namesIn, readBounded } from '#main/files/file-system.ts';
import { VERIFY_SIZE_LIMIT } from '#shared/verify/verify.ts';

/** A sealed record in both of its lengths, made at the same moment. */
export interface SealedPair {
  readonly full: Uint8Array;
  readonly short: Uint8Array;
}

/**
 * The sealed records of signed reviews: `<review>/<hash of what was signed>.pdf`, and `….2.pdf` and so on
 * for those issued again. Beside each lies its short record, `….short.pdf`, unless a version before 0.6.0 sealed it.
 * A file is written once and never again.
 */
export class SealedRecords {
  readonly #files: FileSystem;
  readonly #folder: string;

  constructor(files: FileSystem, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  /** The record that was sealed last for this content; null when there is none. @throws {FailureError} */
  latest(review: string, contentSha256: string): Promise<Uint8Array | null> {
    return explaining('The sealed record could not be read', async () => {
      const number = await this.#latestNumber(review, contentSha256);
      if (number === 0) return null;
      return readBounded(this.#files, this.#path(review, contentSha256, number), VERIFY_SIZE_LIMIT);
    });
  }

  /** The short record beside the one that was sealed last; null when there is none. @throws {FailureError} */
  latestShort(review: string, contentSha256: string): Promise<Uint8Array | null> {
    return explaining('The sealed short record could not be read', async () => {
      const path = await this.#latestShortPath(review, contentSha256);
      return path === null ? null : readBounded(this.#files, path, VERIFY_SIZE_LIMIT);
    });
  }

  /** Whether a short record lies beside the one that was sealed last. @throws {FailureError} */
  hasShort(review: string, contentSha256: string): Promise<boolean> {
    return explaining(
      'The sealed records could not be listed',
      async () => (await this.#latestShortPath(review, contentSha256)) !== null,
    );
  }

  /**
   * Keeps a sealed record beside earlier ones; both lengths are safe on disk when this returns.
   * @throws {FailureError} when either could not be written; then the one that was sealed before is still the latest
   */
  keep(review: string, contentSha256: string, { full, short }: SealedPair): Promise<void> {
    return explaining('The sealed record could not be saved', async () => {
      const folder = join(this.#folder, review);
      await makeFolder(this.#files, folder);
      await sweepTemporaries(this.#files, folder);
      const number = (await this.#latestNumber(review, contentSha256)) + 1;
      // The full record is what makes them count, so it comes last: a short one without it is never read, and the next
      // attempt writes over it.
      await writeDurably(this.#files, this.#shortPath(review, contentSha256, number), short);
      await writeDurably(this.#files, this.#path(review, contentSha256, number), full);
    });
  }

  async #latestShortPath(review: string, contentSha256: string): Promise<string | null> {
    const number = await this.#latestNumber(review, contentSha256);
    const path = this.#shortPath(review, contentSha256, number);
    const names = await namesIn(this.#files, join(this.#folder, review));
    return number > 0 && names.includes(basename(path)) ? path : null;
  }

  async #latestNumber(review: string, contentSha256: string): Promise<number> {
    const names = await namesIn(this.#files, join(this.#folder, review));
    const pattern = new RegExp(`^${contentSha256}(?:\\.([1-9]\\d{0,5}))?\\.pdf$`);
    return Math.max(
      0,
      ...names.flatMap((name) => {
        const match = pattern.exec(name);
        return match ? [Number(match[1] ?? 1)] : [];
      }),
    );
  }

  #shortPath(review: string, contentSha256: string, number: number): string {
    return this.#path(review, contentSha256, number).replace(/pdf$/, 'short.pdf');
  }

  #path(review: string, contentSha256: string, number: number): string {
    return join(this.#folder, review, `${contentSha256}${number === 1 ? '' : `.${number}`}.pdf`);
  }
}
