import { type BigIntStats, constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import { FailureError, systemCode } from './failure.ts';
import { patientRename } from './patient-rename.ts';
import { statEach } from './stat-each.ts';
import { swap } from './swap.ts';

/** The calls the store makes; handed in, so that a test can let each of them fail. */
export interface FileSystem
  extends Pick<typeof fs, 'open' | 'rename' | 'link' | 'unlink' | 'stat' | 'lstat' | 'readdir' | 'mkdir' | 'access'> {
  /** The state of each of the named files of a folder, in their order; null for one that is gone or refused. */
  statEach(folder: string, names: readonly string[]): Promise<readonly (BigIntStats | null)[]>;
  /** Two files change names at once, so that neither is missing at any moment. False where the system or the disk knows no such thing. */
  swap(from: string, to: string): Promise<boolean>;
}

export const nodeFileSystem: FileSystem = {
  ...fs,
  statEach,
  swap,
  rename: process.platform === 'win32' ? patientRename(fs.rename) : fs.rename,
};

/** Opening a pipe to read it would otherwise wait for somebody to write; Windows has no such flag. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a whole file of at most `limit` bytes.
 * @throws {FailureError} `too-large` above the limit, `invalid` for what is not a plain file.
 */
export async function readBounded(files: FileSystem, path: string, limit: number): Promise<Uint8Array> {
  const handle = await files.open(path, WITHOUT_WAITING);
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw new FailureError('invalid', 'This is not a file. Name a file.');
    if (status.size > limit) throw tooLarge(limit);
    const buffer = Buffer.allocUnsafe(status.size + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.byteLength, 0);
    // Mostly one read is all it takes. The file may have changed between the two calls.
    const bytes = bytesRead === status.size ? buffer.subarray(0, bytesRead) : await handle.readFile();
    if (bytes.byteLength > limit) throw tooLarge(limit);
    return bytes;
  } finally {
    await handle.close();
  }
}

/** As `readBounded`, but null when there is no such file. */
export async function readIfPresent(files: FileSystem, path: string, limit: number): Promise<Uint8Array | null> {
  try {
    return await readBounded(files, path, limit);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await files.readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return [];
    throw error;
  }
}

/** Whether anything has this name, even a link to nowhere. */
export async function nameTaken(files: FileSystem, path: string): Promise<boolean> {
  try {
    await files.lstat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** The failure of a file that is larger than `limit` bytes. */
export function tooLarge(limit: number): FailureError {
  const megabytes = Math.floor(limit / (1024 * 1024));
  return new FailureError('too-large', `The file is larger than ${megabytes} MB, the most that Groundwork reads.`);
}
