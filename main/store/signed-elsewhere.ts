import * as z from 'zod';
import { CheckedFile, type Mending } from '#main/files/checked-file.ts';
import { explaining } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { canonicalSha256 } from '#main/files/hash.ts';
import { Lanes } from '#main/files/lanes.ts';
import { sha256Schema } from '#shared/base/fields.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';

/** Largest list that is read, in bytes: a quarter of a million signatures. */
const SIZE_LIMIT = 16 * 1024 * 1024;

const listSchema = z.array(sha256Schema);

/**
 * The signatures that came into this data folder with a review. This workbook was not there when they were
 * given, so its seals must not say that it was: a list that cannot be read is never taken for an empty one.
 */
export class SignedElsewhere {
  readonly #file: CheckedFile<readonly string[]>;
  readonly #lanes = new Lanes();

  constructor(files: FileSystem, path: string, mending: Mending | null = null) {
    this.#file = new CheckedFile(
      files,
      path,
      {
        schema: listSchema,
        limit: SIZE_LIMIT,
        damaged: `${path} is damaged, so it is not known which signatures came from elsewhere. Put an earlier copy of it in its place. Only where no signed review was ever brought in, delete it and its .copy instead.`,
      },
      mending,
    );
  }

  /** Notes signatures; they are safe on disk when this returns. @throws {FailureError} */
  note(signatures: readonly Signature[]): Promise<void> {
    return explaining('The signatures of the review could not be noted, so it was not brought in', () =>
      this.#add(signatures.map(canonicalSha256)),
    );
  }

  /** Notes those of another list, as a backup holds it. @throws {FailureError} */
  noteListed(file: Uint8Array): Promise<void> {
    return explaining('The signatures from elsewhere could not be noted', () => this.#add(this.#file.contentOf(file)));
  }

  /** Those of the signatures that this workbook did not record itself. @throws {FailureError} */
  among(signatures: readonly Signature[]): Promise<ReadonlySet<Signature>> {
    return explaining('It cannot be read which signatures came from elsewhere', async () => {
      const noted = await this.#read();
      return new Set(signatures.filter((signature) => noted.has(canonicalSha256(signature))));
    });
  }

  #add(hashes: readonly string[]): Promise<void> {
    return this.#lanes.run('note', async () => {
      const noted = await this.#read();
      const added = hashes.filter((hash) => !noted.has(hash));
      if (added.length > 0) await this.#file.write([...noted, ...added]);
    });
  }

  async #read(): Promise<ReadonlySet<string>> {
    return new Set(await this.#file.read());
  }
}
