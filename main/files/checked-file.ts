import { basename } from 'node:path';
import * as z from 'zod';
import { sortKeys } from '#shared/base/canonical-json.ts';
import { sha256Schema } from '#shared/base/fields.ts';
import { writeDurably } from './durable-write.ts';
import { FailureError } from './failure.ts';
import { type FileSystem, nameTaken, readIfPresent } from './file-system.ts';
import { findings } from './findings.ts';
import { canonicalSha256, hashMatches } from './hash.ts';
import { parseJson } from './json-text.ts';
import { quarantine } from './quarantine.ts';
import { copyOf, readTwin, removeTwice, writeTwice } from './twin-file.ts';

const wrapperSchema = z.strictObject({ content: z.unknown(), sha256: sha256Schema });

interface CheckedFileOptions<T> {
  readonly schema: z.ZodType<T>;
  /** The form of earlier versions, which had no checksum and no copy; `schema` unless said otherwise. */
  readonly unchecked?: z.ZodType<T>;
  /** Largest file that is read, in bytes. */
  readonly limit: number;
  /** What to say when the file and its copy are damaged. */
  readonly damaged: string;
}

/** For whoever may write into the data folder: where a damaged file is kept, and who is told. */
export interface Mending {
  readonly folder: string;
  readonly told: (what: string) => void;
}

/**
 * A JSON file with a checksum and a copy beside it. A damaged one is never taken for an empty or a valid one, and never
 * written over before its bytes are kept elsewhere.
 */
export class CheckedFile<T> {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #options: CheckedFileOptions<T>;
  readonly #mending: Mending | null;

  /** @param mending null for readers that do not hold the lock: they read the copy and leave the file as it is */
  constructor(files: FileSystem, path: string, options: CheckedFileOptions<T>, mending: Mending | null = null) {
    this.#files = files;
    this.#path = path;
    this.#options = options;
    this.#mending = mending;
  }

  /**
   * The content, from the copy when the file is damaged or gone; null when there is neither.
   * @throws {FailureError} `damaged` when both are
   */
  async read(): Promise<T | null> {
    const found = await readTwin(this.#files, this.#path, this.#options.limit, (bytes) => this.#parseStored(bytes));
    if (found?.damage && this.#mending) {
      const kept = await this.#setAside(found.damage.bytes, found.damage.reason);
      await writeDurably(this.#files, this.#path, this.#print(found.content));
      this.#mending.told(`${this.#path} was brought back from its copy. ${found.damage.reason}${kept}`);
    }
    return found ? found.content : null;
  }

  /** What another file of this kind holds, such as one of a backup. @throws {FailureError} `damaged` */
  contentOf(bytes: Uint8Array): T {
    return this.#parse(bytes).content;
  }

  /** Writes file and copy; both are on disk when this returns. Only after `read`, which looks whether anything is damaged. */
  write(content: T): Promise<void> {
    return writeTwice(this.#files, this.#path, this.#print(content));
  }

  /** Deletes file and copy. */
  remove(): Promise<void> {
    return removeTwice(this.#files, this.#path);
  }

  /** Keeps the damaged file elsewhere, so that it may be written over: only for what can be made again, such as settings. */
  async giveUp(): Promise<void> {
    await this.#setAside(await readIfPresent(this.#files, this.#path, this.#options.limit), this.#options.damaged);
  }

  async #setAside(bytes: Uint8Array | null, reason: string): Promise<string> {
    if (bytes === null || !this.#mending) return '';
    const name = basename(this.#path, '.json');
    const { folder } = this.#mending;
    return ` It is kept as ${await quarantine(this.#files, { folder, name, bytes, reason, at: new Date() })}.`;
  }

  #print(content: unknown): Uint8Array {
    const file = { content: sortKeys(content), sha256: canonicalSha256(content) };
    return Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
  }

  async #parseStored(bytes: Uint8Array): Promise<T> {
    const { content, isChecked } = this.#parse(bytes);
    // Versions without checksums made no copies, so beside a copy such a file is somebody else's.
    if (!isChecked && (await nameTaken(this.#files, copyOf(this.#path)))) {
      throw this.#damaged(['it has no checksum, and there is a copy of a file that had one']);
    }
    return content;
  }

  #parse(bytes: Uint8Array): { readonly content: T; readonly isChecked: boolean } {
    const { schema, unchecked = schema } = this.#options;
    const json = this.#json(bytes);
    const wrapped = wrapperSchema.safeParse(json);
    if (!wrapped.success) return { content: this.#valid(unchecked, json), isChecked: false };
    if (!hashMatches(wrapped.data.content, wrapped.data.sha256)) {
      throw this.#damaged(['its content does not match its checksum']);
    }
    return { content: this.#valid(schema, wrapped.data.content), isChecked: true };
  }

  #json(bytes: Uint8Array): unknown {
    try {
      return parseJson(bytes);
    } catch (error) {
      throw error instanceof FailureError ? this.#damaged(error.failure.details) : error;
    }
  }

  #valid(schema: z.ZodType<T>, json: unknown): T {
    const parsed = schema.safeParse(json);
    if (!parsed.success) throw this.#damaged(findings(parsed.error));
    return parsed.data;
  }

  #damaged(details: readonly string[]): FailureError {
    return new FailureError('damaged', this.#options.damaged, { details });
  }
}
