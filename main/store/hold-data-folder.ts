import { join } from 'node:path';
import { makeFolder, sweepTemporaries } from '#main/files/durable-write.ts';
import { explain, FailureError } from '#main/files/failure.ts';
import { type FileSystem, namesIn } from '#main/files/file-system.ts';
import type { DataLayout } from './data-folder.ts';
import { Generations } from './generations.ts';
import { type Lock, takeLock } from './lock.ts';
import type { HolderKind } from './lock-holder.ts';
import { keepSwappedOut } from './swapped-out.ts';

export type HoldResult =
  | { readonly kind: 'held'; readonly lock: Lock }
  /** `read-only`: it can be read and not changed. */
  | { readonly kind: 'locked' | 'unusable' | 'read-only'; readonly message: string };

/** Makes a data folder where there is none, takes its lock and so shows that it can be written. */
export async function holdDataFolder(files: FileSystem, layout: DataLayout, holder: HolderKind): Promise<HoldResult> {
  try {
    for (const folder of foldersOf(layout)) await makeFolder(files, folder);
    const taken = await takeLock(files, layout, holder);
    if (taken.kind === 'refused') return { kind: 'locked', message: taken.message };
    await sweepDataFolder(files, layout);
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

/** Folders that always are there. */
function foldersOf(layout: DataLayout): readonly string[] {
  const { root, reviews, templates, trash, milestones, records, generations } = layout;
  return [root, reviews, templates, trash, milestones, records, generations];
}

/** Removes unfinished writes, but not what another program had written; only for the holder of the lock. */
export async function sweepDataFolder(files: FileSystem, layout: DataLayout): Promise<void> {
  const generations = new Generations(files, layout.generations, () => new Date());
  const left = await keepSwappedOut(files, layout, generations);
  // Those of votes, chances and damaged files are made when they are needed.
  const others = [layout.openRounds, layout.predictions, layout.quarantine, layout.keys];
  for (const folder of [...foldersOf(layout), ...others]) await sweepTemporaries(files, folder, left);
  // Records lie in a folder for each review. One that cannot be read keeps nobody from opening the others.
  const ofReviews = (await namesIn(files, layout.records)).map((name) => join(layout.records, name));
  await Promise.all(ofReviews.map((folder) => sweepTemporaries(files, folder).catch(() => undefined)));
}

const READ_ONLY = (root: string): string =>
  `The data folder ${root} is read-only, so nothing can be changed here. Its reviews can be read, exported and verified. To work on them, change the permissions of the folder, or copy it elsewhere and open the copy.`;

async function canBeRead(files: FileSystem, { reviews }: DataLayout): Promise<boolean> {
  return files.readdir(reviews).then(
    () => true,
    () => false,
  );
}
