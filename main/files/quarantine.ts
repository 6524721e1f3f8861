import { join } from 'node:path';
import { makeFolder, writeDurably } from './durable-write.ts';
import type { FileSystem } from './file-system.ts';

/** A damaged file, and where it goes. */
interface Damaged {
  /** Folder for damaged files; made where there is none. */
  readonly folder: string;
  /** Name of the file, without its last part `.json`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reason: string;
  readonly at: Date;
}

/**
 * Keeps a copy of a damaged file, with the reason beside it. A copy, so that the file is missing at no moment.
 * Gives the path of the copy, which is safe on disk.
 */
export async function quarantine(files: FileSystem, { folder, name, bytes, reason, at }: Damaged): Promise<string> {
  await makeFolder(files, folder);
  const path = join(folder, `${name}.${at.toISOString().replaceAll(':', '-')}.json`);
  await writeDurably(files, `${path}.txt`, Buffer.from(`${at.toISOString()} ${reason}\n`));
  await writeDurably(files, path, bytes);
  return path;
}
