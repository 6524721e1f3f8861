import { makeFolder, sweepTemporaries } from '#main/files/durable-write.ts';
import { explain, FailureError } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import type { DataLayout } from './data-folder.ts';
import { type Lock, takeLock } from './lock.ts';
import type { HolderKind } from './lock-holder.ts';

export type HoldResult =
  | { readonly kind: 'held'; readonly lock: Lock }
  | { readonly kind: 'locked' | 'unusable'; readonly message: string };

/** Makes a data folder where there is none, takes its lock and so shows that it can be written. */
export async function holdDataFolder(files: FileSystem, layout: DataLayout, holder: HolderKind): Promise<HoldResult> {
  const folders = [
    layout.reviews,
    layout.templates,
    layout.trash,
    layout.milestones,
    layout.records,
    layout.generations,
  ];
  try {
    for (const folder of [layout.root, ...folders]) await makeFolder(files, folder);
    const taken = await takeLock(files, layout, holder);
    if (taken.kind === 'refused') return { kind: 'locked', message: taken.message };
    // Those of votes, chances and damaged files are made when they are needed.
    const others = [layout.openRounds, layout.predictions, layout.quarantine, layout.keys];
    for (const folder of [layout.root, ...folders, ...others]) await sweepTemporaries(files, folder);
    return { kind: 'held', lock: taken.lock };
  } catch (error) {
    const failure = explain(error, `The data folder ${layout.root} cannot be used`);
    if (failure instanceof FailureError) return { kind: 'unusable', message: failure.message };
    throw error;
  }
}
