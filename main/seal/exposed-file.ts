import { join } from 'node:path';
import * as z from 'zod';
import { CheckedFile, type Mending } from '#main/files/checked-file.ts';
import { FailureError } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { sha256Schema } from '#shared/base/fields.ts';
import { instant } from '#shared/contract/contract-parts.ts';

/** Lies beside the keys, and holds nothing secret. */
export const EXPOSED_NAME = 'exposed.json';

const exposedSchema = z.strictObject({
  format: z.literal('groundwork-exposed-key'),
  formatVersion: z.literal(1),
  /** Of the key in the file that others could read. */
  keySha256: sha256Schema,
  foundAt: instant,
  /** Whether a sealing has told of it. */
  isTold: z.boolean(),
});

export type ExposedKey = Omit<z.output<typeof exposedSchema>, 'format' | 'formatVersion'>;

/** The key whose file others could read, unless somebody decided about it; null where there is none, or nobody can tell any more. */
export async function readExposed(
  files: FileSystem,
  folder: string,
  mending: Mending | null = null,
): Promise<ExposedKey | null> {
  try {
    return await fileIn(files, folder, mending).read();
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}

export async function noteExposed(
  files: FileSystem,
  folder: string,
  { keySha256, foundAt, isTold }: ExposedKey,
): Promise<void> {
  const file = { format: 'groundwork-exposed-key', formatVersion: 1, keySha256, foundAt, isTold } as const;
  await fileIn(files, folder, null).write(file);
}

export async function forgetExposed(files: FileSystem, folder: string): Promise<void> {
  await fileIn(files, folder, null).remove();
}

function fileIn(
  files: FileSystem,
  folder: string,
  mending: Mending | null,
): CheckedFile<z.output<typeof exposedSchema>> {
  const options = {
    schema: exposedSchema,
    limit: 4096,
    damaged: 'The note of a key that others could read is damaged.',
  };
  return new CheckedFile(files, join(folder, EXPOSED_NAME), options, mending);
}
