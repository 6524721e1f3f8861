import * as z from 'zod';
import { writeDurably } from '#main/files/durable-write.ts';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, readIfPresent } from '#main/files/file-system.ts';
import { findings } from '#main/files/findings.ts';
import { parseJson } from '#main/files/json-text.ts';
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
  readonly #files: FileSystem;
  readonly #path: string;

  constructor(files: FileSystem, path: string) {
    this.#files = files;
    this.#path = path;
  }

  /** @throws {FailureError} `damaged` */
  async read(): Promise<readonly ImportEntry[]> {
    const bytes = await readIfPresent(this.#files, this.#path, SIZE_LIMIT);
    if (bytes === null) return [];
    const parsed = listSchema.safeParse(parsedOrDamaged(bytes));
    if (!parsed.success) throw damaged(findings(parsed.error));
    return parsed.data.imported;
  }

  async write(imported: readonly ImportEntry[]): Promise<void> {
    const text = `${JSON.stringify({ version: 1, imported }, null, 2)}\n`;
    await writeDurably(this.#files, this.#path, Buffer.from(text));
  }
}

function parsedOrDamaged(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes);
  } catch (error) {
    if (error instanceof FailureError) throw damaged(error.failure.details);
    throw error;
  }
}

function damaged(details: readonly string[]): FailureError {
  return new FailureError(
    'damaged',
    'The list of imported templates is damaged and was left as it is. Move the file imported-templates.json away, then import your templates again; reviews made from them still open.',
    { details },
  );
}
