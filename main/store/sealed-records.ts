import { join } from 'node:path';
import { makeFolder, sweepTemporaries, writeDurably } from '#main/files/durable-write.ts';
import { explaining } from '#main/files/failure.ts';
import { type FileSystem, namesIn, readBounded } from '#main/files/file-system.ts';
import { VERIFY_SIZE_LIMIT } from '#shared/verify/verify.ts';

/**
 * The sealed records of signed reviews: `<review>/<hash of what was signed>.pdf`, and `….2.pdf` and so on
 * for those issued again. A file is written once and never again.
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

  /** Keeps a sealed record beside earlier ones; it is safe on disk when this returns. @throws {FailureError} */
  keep(review: string, contentSha256: string, bytes: Uint8Array): Promise<void> {
    return explaining('The sealed record could not be saved', async () => {
      const folder = join(this.#folder, review);
      await makeFolder(this.#files, folder);
      await sweepTemporaries(this.#files, folder);
      const number = (await this.#latestNumber(review, contentSha256)) + 1;
      await writeDurably(this.#files, this.#path(review, contentSha256, number), bytes);
    });
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

  #path(review: string, contentSha256: string, number: number): string {
    return join(this.#folder, review, `${contentSha256}${number === 1 ? '' : `.${number}`}.pdf`);
  }
}
