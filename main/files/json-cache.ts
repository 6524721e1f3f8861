import type { Adapter } from 'lowdb';
import type * as z from 'zod';
import { writeDurably } from './durable-write.ts';
import { type FileSystem, readBounded } from './file-system.ts';
import { parseJson } from './json-text.ts';

/** Largest file of this kind, in bytes; the index of 10,000 reviews needs about half. */
const CACHE_SIZE_LIMIT = 16 * 1024 * 1024;

/**
 * lowdb adapter for a file that can be made again: the index and the settings. Whatever is wrong
 * with it, it counts as absent and is written afresh.
 */
export class JsonCache<Schema extends z.ZodType> implements Adapter<z.output<Schema>> {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #schema: Schema;

  constructor(files: FileSystem, path: string, schema: Schema) {
    this.#files = files;
    this.#path = path;
    this.#schema = schema;
  }

  async read(): Promise<z.output<Schema> | null> {
    try {
      const parsed = this.#schema.safeParse(parseJson(await readBounded(this.#files, this.#path, CACHE_SIZE_LIMIT)));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }

  async write(data: z.output<Schema>): Promise<void> {
    await writeDurably(this.#files, this.#path, Buffer.from(JSON.stringify(data)));
  }
}
