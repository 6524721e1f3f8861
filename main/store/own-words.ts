import * as z from 'zod';
import { CheckedFile, type Mending } from '#main/files/checked-file.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { Lanes } from '#main/files/lanes.ts';
import { ownWordSchema } from '#shared/contract/spelling-contract.ts';

/** How many words are kept. */
const MOST = 5_000;

/** Largest file of them, in bytes; a full one needs less. */
const SIZE_LIMIT = 1024 * 1024;

const fileSchema = z.strictObject({ version: z.literal(1), words: z.array(ownWordSchema).max(MOST) });

/** The words that somebody added to the dictionaries. They are a person's doing, so a damaged list is never taken for an empty one. */
export class OwnWords {
  readonly #file: CheckedFile<z.output<typeof fileSchema>>;
  readonly #lanes = new Lanes();

  constructor(files: FileSystem, path: string, mending: Mending | null = null) {
    this.#file = new CheckedFile(
      files,
      path,
      {
        schema: fileSchema,
        limit: SIZE_LIMIT,
        damaged: `The list of your own words is damaged and was left as it is. Move ${path} and its .copy away to begin a new one.`,
      },
      mending,
    );
  }

  /** All of them, in the order of their code points. @throws {FailureError} `damaged` */
  async all(): Promise<readonly string[]> {
    return (await explaining('Your own words cannot be read', () => this.#file.read()))?.words ?? [];
  }

  /** Adds words; they are on disk when this returns. @throws {FailureError} `too-large` when there are too many, `damaged` */
  add(words: readonly string[]): Promise<void> {
    return this.#change((known) => [...known, ...words]);
  }

  /** Adds those of another list, as a backup holds it. @throws {FailureError} `damaged` */
  addListed(file: Uint8Array): Promise<void> {
    return this.add(this.#file.contentOf(file).words);
  }

  /** Takes one away; one that is not there is gone already. @throws {FailureError} `damaged` */
  remove(word: string): Promise<void> {
    return this.#change((known) => known.filter((one) => one !== word));
  }

  #change(change: (known: readonly string[]) => readonly string[]): Promise<void> {
    return explaining('Your own words could not be kept', () =>
      this.#lanes.run('words', async () => {
        const known = await this.all();
        const words = [...new Set(change(known))].toSorted();
        if (words.length > MOST) {
          throw new FailureError(
            'too-large',
            `There are ${MOST} words of your own already, which is as many as are kept. Remove some that you no longer need.`,
          );
        }
        if (words.length === known.length && words.every((word, at) => word === known[at])) return;
        await this.#file.write({ version: 1, words });
      }),
    );
  }
}
