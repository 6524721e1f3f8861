import { resolve } from 'node:path';
import { explaining, FailureError, systemCode } from '#main/files/failure.ts';
import { nodeFileSystem, readBounded } from '#main/files/file-system.ts';
import type { CommandIo } from './io.ts';

/** Reads a file that the command line names, of at most `limit` bytes. @throws {FailureError} */
export function readNamed(io: CommandIo, file: string, limit: number): Promise<Uint8Array> {
  return explaining(`${file} could not be read`, async () => {
    try {
      return await readBounded(nodeFileSystem, resolve(io.workingFolder, file), limit);
    } catch (error) {
      // What is advised for writing, to create the folder, would mislead here.
      if (!['ENOENT', 'ENOTDIR'].includes(systemCode(error))) throw error;
      throw new FailureError('not-found', `There is no file ${file}. Check its name and folder.`, { cause: error });
    }
  });
}
