import { makeFolder, sweepTemporaries } from '#main/files/durable-write.ts';
import { explain, FailureError } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import type { DataLayout } from './data-folder.ts';
import { type Lock, takeLock } from './lock.ts';
import type { HolderKind } from './lock-holder.ts';

export type HoldResult =
  | { readonly kind: 'held'; readonly lock: Lock }
  /** `read-only`: it can be read and not changed. */
  | { readonly kind: 'locked' | 'unusable' | 'read-only'; readonly message: string };

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
    if (!(failure instanceof FailureError)) throw error;
    if (failure.failure.code === 'read-only' && (await canBeRead(files, layout))) {
      return { kind: 'read-only', message: READ_ONLY(layout.root) };
    }
    return { kind: 'unusable', message: failure.message };
  }
}

const READ_ONLY = (root: string): string =>
  `The data folder ${root} is read-only, so nothing can be changed here. Its reviews can be read, exported and verified. To work on them, change the permissions of the folder, or copy it elsewhere and open the copy.`;

async function canBeRead(files: FileSystem, { reviews }: DataLayout): Promise<boolean> {
  return files.readdir(reviews).then(
    () => true,
    () => false,
  );
}
