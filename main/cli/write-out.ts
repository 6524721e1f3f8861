import { resolve } from 'node:path';
import { writeDurably } from '#main/files/durable-write.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import { nameTaken, nodeFileSystem } from '#main/files/file-system.ts';
import type { CommandIo } from './io.ts';

/**
 * Writes a file a command makes; `-` is the standard output. An existing file needs `force`.
 * @param mode permissions of the file, before the person's own defaults take some away
 */
export async function writeOut(
  io: CommandIo,
  out: string,
  bytes: Uint8Array,
  force: boolean,
  mode = 0o666,
): Promise<void> {
  if (out === '-') {
    io.out(bytes);
    return;
  }
  const path = resolve(io.workingFolder, out);
  await explaining(`${out} could not be written`, async () => {
    if (!force && (await nameTaken(nodeFileSystem, path))) {
      throw new FailureError('name-taken', `${out} is already there. Use another name, or --force to replace it.`);
    }
    await writeDurably(nodeFileSystem, path, bytes, { mode });
  });
}
