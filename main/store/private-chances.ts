import { join } from 'node:path';
import * as z from 'zod';
import { makeFolder, writeDurably } from '#main/files/durable-write.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import { type FileSystem, readIfPresent } from '#main/files/file-system.ts';
import { canonicalSha256 } from '#main/files/hash.ts';
import { parseJson } from '#main/files/json-text.ts';
import { Lanes } from '#main/files/lanes.ts';
import { sha256Schema } from '#shared/base/fields.ts';
import type { GivenChances, Statement } from '#shared/follow-up/answers.ts';
import { givenSchema } from '#shared/follow-up/schema.ts';

/** Largest file that is read, in bytes. */
const SIZE_LIMIT = 1024 * 1024;

const fileSchema = z.strictObject({
  /** Hash of the statements that the chances are for. */
  statementsSha256: sha256Schema,
  given: z.array(givenSchema).max(100),
});

/**
 * Chances that some approvers gave while others have not: kept beside the reviews, readable by the owner of the data
 * folder only, and told by no call before all are there. They are for certain statements; for others they are gone.
 */
export class PrivateChances {
  readonly #files: FileSystem;
  readonly #folder: string;
  readonly #lanes = new Lanes();

  constructor(files: FileSystem, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  /** What was given for these statements so far. @throws {FailureError} */
  given(review: string, statements: readonly Statement[]): Promise<readonly GivenChances[]> {
    return explaining('The chances given so far could not be read', async () => {
      const bytes = await readIfPresent(this.#files, this.#path(review), SIZE_LIMIT);
      if (!bytes) return [];
      const file = fileSchema.safeParse(parse(bytes));
      if (!file.success) {
        throw new FailureError(
          'damaged',
          `${this.#path(review)} is damaged. Delete it, and let everybody give their chances again.`,
        );
      }
      return file.data.statementsSha256 === canonicalSha256(statements) ? file.data.given : [];
    });
  }

  /** Keeps chances in place of earlier ones of the same giver; safe on disk when this returns. @throws {FailureError} */
  keep(review: string, statements: readonly Statement[], chances: GivenChances): Promise<readonly GivenChances[]> {
    return this.#lanes.run(review, () =>
      explaining('The chances could not be kept', async () => {
        const others = (await this.given(review, statements)).filter(({ by }) => by !== chances.by);
        const given = [...others, chances];
        await makeFolder(this.#files, this.#folder);
        const file = { statementsSha256: canonicalSha256(statements), given };
        await writeDurably(this.#files, this.#path(review), Buffer.from(JSON.stringify(file)));
        return given;
      }),
    );
  }

  /** Forgets what was given, once it stands in the review. @throws {FailureError} */
  forget(review: string): Promise<void> {
    return this.#lanes.run(review, () =>
      explaining('The chances kept apart could not be deleted', async () => {
        if (await readIfPresent(this.#files, this.#path(review), SIZE_LIMIT)) {
          await this.#files.unlink(this.#path(review));
        }
      }),
    );
  }

  #path(review: string): string {
    return join(this.#folder, `${review}.json`);
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes);
  } catch {
    return null;
  }
}
