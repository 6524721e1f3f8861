import * as z from 'zod';
import { CheckedFile, type Mending } from '#main/files/checked-file.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { instantSchema, lineSchema, list, sha256Schema } from '#shared/base/fields.ts';

const entrySchema = z.strictObject({
  sha256: sha256Schema,
  /** Name of the file it came from. */
  file: lineSchema,
  importedAt: instantSchema,
});

const listSchema = z.strictObject({ version: z.literal(1), imported: list(entrySchema) });

/** A template that a person brought into the library. */
export type ImportEntry = Readonly<z.output<typeof entrySchema>>;

/** Largest file of this kind, in bytes; a full list needs a tenth. */
const SIZE_LIMIT = 1024 * 1024;

/**
 * The list of imported templates in the data folder. It is a person's doing, so it is never guessed
 * at: a damaged file is left as it is, and says so.
 */
export class ImportList {
  readonly #file: CheckedFile<z.output<typeof listSchema>>;

  constructor(files: FileSystem, path: string, mending: Mending | null) {
    this.#file = new CheckedFile(
      files,
      path,
      {
        schema: listSchema,
        limit: SIZE_LIMIT,
        damaged:
          'The list of imported templates is damaged and was left as it is. Move the file imported-templates.json and its .copy away, then import your templates again; reviews made from them still open.',
      },
      mending,
    );
  }

  /** @throws {FailureError} `damaged` */
  async read(): Promise<readonly ImportEntry[]> {
    return (await this.#file.read())?.imported ?? [];
  }

  /** What another list says, as a backup holds it. @throws {FailureError} `damaged` */
  entriesOf(file: Uint8Array): readonly ImportEntry[] {
    return this.#file.contentOf(file).imported;
  }

  write(imported: readonly ImportEntry[]): Promise<void> {
    return this.#file.write({ version: 1, imported: [...imported] });
  }
}
