import { FailureError } from '#main/files/failure.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import type { DataLayout } from '#main/store/data-folder.ts';
import { holdDataFolder } from '#main/store/hold-data-folder.ts';

/** Works on a data folder that no other program has open meanwhile. @throws {FailureError} when one has it open. */
export async function holdingFolder<T>(layout: DataLayout, work: () => Promise<T>): Promise<T> {
  const held = await holdDataFolder(nodeFileSystem, layout, 'command-line');
  if (held.kind !== 'held') throw new FailureError('io', held.message);
  try {
    return await work();
  } finally {
    await held.lock.release();
  }
}
