import { join } from 'node:path';
import * as z from 'zod';
import { CheckedFile, type Mending } from '#main/files/checked-file.ts';
import { makeFolder } from '#main/files/durable-write.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { canonicalSha256 } from '#main/files/hash.ts';
import { Lanes } from '#main/files/lanes.ts';
import { idSchema, sha256Schema } from '#shared/base/fields.ts';
import type { GivenChances, Statement } from '#shared/follow-up/answers.ts';
import { givenSchema } from '#shared/follow-up/schema.ts';
import { openData, sealData } from './ballot-box.ts';

/** Largest file that is read, in bytes. */
const SIZE_LIMIT = 4 * 1024 * 1024;

const fileSchema = z.strictObject({
  /** Hash of the statements that the chances are for. */
  statementsSha256: sha256Schema,
  given: z.array(z.strictObject({ by: idSchema, sealed: z.base64() })).max(100),
});

type ChancesFile = z.output<typeof fileSchema>;

/**
 * Chances that some approvers gave while others have not: kept beside the reviews and encrypted, so that neither a call
 * nor a look into the folder tells them before all are there. They are for certain statements; for others they are gone.
 */
export class PrivateChances {
  readonly #files: FileSystem;
  readonly #folder: string;
  readonly #key: () => Promise<Uint8Array>;
  readonly #mending: Mending | null;
  readonly #lanes = new Lanes();

  /** @param mending where a damaged file is kept; without it, only its copy is read */
  constructor(files: FileSystem, folder: string, key: () => Promise<Uint8Array>, mending: Mending | null = null) {
    this.#files = files;
    this.#folder = folder;
    this.#key = key;
    this.#mending = mending;
  }

  /** Who has given chances for these statements so far. @throws {FailureError} */
  givers(review: string, statements: readonly Statement[]): Promise<readonly string[]> {
    return explaining('The chances given so far could not be read', async () =>
      (await this.#read(review, statements)).given.map(({ by }) => by),
    );
  }

  /** Opens all chances that were given for these statements. @throws {FailureError} */
  reveal(review: string, statements: readonly Statement[]): Promise<readonly GivenChances[]> {
    return explaining('The chances given so far could not be opened', async () => {
      const { given, statementsSha256 } = await this.#read(review, statements);
      const key = await this.#key();
      try {
        return given.map(({ by, sealed }) => givenSchema.parse(openData(key, [review, statementsSha256, by], sealed)));
      } catch (cause) {
        throw this.#damaged(review, cause);
      }
    });
  }

  /** Keeps chances in place of earlier ones of the same giver; safe on disk when this returns. @throws {FailureError} */
  keep(review: string, statements: readonly Statement[], chances: GivenChances): Promise<void> {
    return this.#lanes.run(review, () =>
      explaining('The chances could not be kept', async () => {
        const file = await this.#read(review, statements);
        const others = file.given.filter(({ by }) => by !== chances.by);
        const sealed = sealData(await this.#key(), [review, file.statementsSha256, chances.by], chances);
        await makeFolder(this.#files, this.#folder);
        const given = [...others, { by: chances.by, sealed }];
        await this.#file(review).write({ ...file, given });
      }),
    );
  }

  /** Forgets what was given, once it stands in the review. @throws {FailureError} */
  forget(review: string): Promise<void> {
    return this.#lanes.run(review, () =>
      explaining('The chances kept apart could not be deleted', () => this.#file(review).remove()),
    );
  }

  /** Waits for what is under way, and refuses what comes later. */
  close(): Promise<void> {
    return this.#lanes.close();
  }

  /** What is kept for these statements; nothing where there is none, or it is for others. */
  async #read(review: string, statements: readonly Statement[]): Promise<ChancesFile> {
    const nothing = { statementsSha256: canonicalSha256(statements), given: [] };
    const file = await this.#file(review).read();
    return file?.statementsSha256 === nothing.statementsSha256 ? file : nothing;
  }

  #damaged(review: string, cause: unknown): FailureError {
    return new FailureError('damaged', this.#damagedText(review), { cause });
  }

  #file(review: string): CheckedFile<ChancesFile> {
    const options = { schema: fileSchema, limit: SIZE_LIMIT, damaged: this.#damagedText(review) };
    return new CheckedFile(this.#files, this.#path(review), options, this.#mending);
  }

  #damagedText(review: string): string {
    return `${this.#path(review)} is damaged. Delete it and its .copy, and let everybody give their chances again.`;
  }

  #path(review: string): string {
    return join(this.#folder, `${review}.json`);
  }
}
