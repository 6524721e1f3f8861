import { join } from 'node:path';
import type * as z from 'zod';
import { GIVEN_UP_DAMAGED, type GivenUpKey, givenUpSchema } from '#main/certificates/given-up.ts';
import { CheckedFile, type Mending } from '#main/files/checked-file.ts';
import type { FileSystem } from '#main/files/file-system.ts';

/** Lies beside the keys, and holds nothing secret. */
export const GIVEN_UP_NAME = 'given-up.json';
const SIZE_LIMIT = 1024 * 1024;

/** The keys of a data folder that were given up; none where there is no list. @throws {FailureError} `damaged` */
export async function readGivenUp(
  files: FileSystem,
  folder: string,
  mending: Mending | null = null,
): Promise<readonly GivenUpKey[]> {
  return (await fileIn(files, folder, mending).read())?.keys ?? [];
}

/** Adds a key to the list; what it said of the key before is replaced. Nothing is taken off it. */
export async function addGivenUp(
  files: FileSystem,
  folder: string,
  key: GivenUpKey,
  mending: Mending | null,
): Promise<void> {
  const file = fileIn(files, folder, mending);
  const others = ((await file.read())?.keys ?? []).filter(({ keySha256 }) => keySha256 !== key.keySha256);
  await file.write({ format: 'groundwork-given-up-keys', formatVersion: 1, keys: [...others, key] });
}

function fileIn(
  files: FileSystem,
  folder: string,
  mending: Mending | null,
): CheckedFile<z.output<typeof givenUpSchema>> {
  const options = { schema: givenUpSchema, limit: SIZE_LIMIT, damaged: GIVEN_UP_DAMAGED };
  return new CheckedFile(files, join(folder, GIVEN_UP_NAME), options, mending);
}
