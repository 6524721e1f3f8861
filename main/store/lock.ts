import * as fs from 'node:fs/promises';
import { hostname } from 'node:os';
import { writeDurably } from '#main/files/durable-write.ts';
import { FailureError, systemCode } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import type { DataLayout } from './data-folder.ts';
import { takeKernelName } from './kernel-name.ts';
import type { Holder, HolderKind } from './lock-holder.ts';

export interface Lock {
  release(): Promise<void>;
}

export type LockResult =
  | { readonly kind: 'held'; readonly lock: Lock }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Takes the one lock of a data folder. The system's kernel holds it, so it is free again whatever way the holder ends: a
 * name of the folder, which no change to its files frees, and a lock on a file, which also other computers see on a disk
 * they share. The file beside it only tells people who that is.
 */
export async function takeLock(files: FileSystem, layout: DataLayout, kind: HolderKind): Promise<LockResult> {
  const { tryLock, unlock } = await loadLocking();
  const name = await takeKernelName(files, layout.root);
  if (!name) return refused(files, layout);
  const handle = await fs.open(layout.lock, 'a+', 0o600);
  try {
    if (!tryLock(handle.fd)) {
      await handle.close();
      await name.release();
      return refused(files, layout);
    }
    const holder: Holder = { pid: process.pid, kind, startedAt: new Date().toISOString(), computer: hostname() };
    await writeDurably(files, layout.lockHolder, Buffer.from(`${JSON.stringify(holder, null, 2)}\n`));
  } catch (error) {
    await handle.close().catch(() => undefined);
    await name.release();
    throw explainLocking(error);
  }
  return {
    kind: 'held',
    lock: {
      release: async () => {
        await files.unlink(layout.lockHolder).catch(() => undefined);
        unlock(handle.fd);
        await handle.close();
        await name.release();
      },
    },
  };
}

/** Says who holds the folder; only a start that ends here has to read anything. */
async function refused(files: FileSystem, layout: DataLayout): Promise<LockResult> {
  const { heldBy, readHolder } = await import('./lock-holder.ts');
  return { kind: 'refused', message: heldBy(await readHolder(files, layout.lockHolder), layout.root) };
}

/** Loaded only when a lock is wanted: commands on single files work where the library does not. */
async function loadLocking(): Promise<typeof import('fs-native-extensions')> {
  try {
    return await import('fs-native-extensions');
  } catch (error) {
    throw new FailureError(
      'unsupported',
      'Groundwork has no way to lock its data folder on this kind of computer. Commands on single files still work.',
      { cause: error },
    );
  }
}

function explainLocking(error: unknown): unknown {
  if (!['ENOLCK', 'ENOSYS', 'EOPNOTSUPP', 'ENOTSUP', 'EINVAL'].includes(codeOf(error))) return error;
  return new FailureError(
    'unsupported',
    'The disk of this data folder knows no locks, as some network disks do. Use a folder on this computer.',
    { cause: error },
  );
}

/** The library's errors have a code but no `syscall`. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return systemCode(error) || (typeof code === 'string' ? code : '');
}
