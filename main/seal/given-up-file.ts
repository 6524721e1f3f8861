import { join } from 'node:path';
import { type GivenUpKey, parseGivenUp, printGivenUp } from '#main/certificates/given-up.ts';
import { writeDurably } from '#main/files/durable-write.ts';
import { type FileSystem, readIfPresent } from '#main/files/file-system.ts';

/** Lies beside the keys, and holds nothing secret. */
const NAME = 'given-up.json';
const SIZE_LIMIT = 1024 * 1024;

/** The keys of a data folder that were given up; none where there is no list. @throws {FailureError} `damaged` */
export async function readGivenUp(files: FileSystem, folder: string): Promise<readonly GivenUpKey[]> {
  const bytes = await readIfPresent(files, join(folder, NAME), SIZE_LIMIT);
  return bytes ? parseGivenUp(bytes) : [];
}

/** Adds a key to the list; what it said of the key before is replaced. Nothing is taken off it. */
export async function addGivenUp(files: FileSystem, folder: string, key: GivenUpKey): Promise<void> {
  const others = (await readGivenUp(files, folder)).filter(({ keySha256 }) => keySha256 !== key.keySha256);
  await writeDurably(files, join(folder, NAME), Buffer.from(printGivenUp([...others, key])), { mode: 0o644 });
}
