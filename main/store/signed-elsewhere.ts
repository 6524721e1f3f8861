import * as z from 'zod';
import { sha256Schema } from '#shared/fields.ts';
import type { Signature } from '#shared/review.ts';
import type { FileSystem } from './file-system.ts';
import { canonicalSha256 } from './hash.ts';
import { JsonCache } from './json-cache.ts';

const listSchema = z.array(sha256Schema);

/**
 * The signatures that came into this data folder with a review. This workbook was not there when they were
 * given, so its seals must not say that it was.
 */
export class SignedElsewhere {
  readonly #list: JsonCache<typeof listSchema>;

  constructor(files: FileSystem, path: string) {
    this.#list = new JsonCache(files, path, listSchema);
  }

  /** Notes signatures durably. @throws what the disk refuses with */
  async note(signatures: readonly Signature[]): Promise<void> {
    const noted = await this.#read();
    const added = signatures.map(canonicalSha256).filter((hash) => !noted.has(hash));
    if (added.length > 0) await this.#list.write([...noted, ...added]);
  }

  /** Those of the signatures that this workbook did not record itself. */
  async among(signatures: readonly Signature[]): Promise<ReadonlySet<Signature>> {
    const noted = await this.#read();
    return new Set(signatures.filter((signature) => noted.has(canonicalSha256(signature))));
  }

  async #read(): Promise<ReadonlySet<string>> {
    return new Set(await this.#list.read());
  }
}
