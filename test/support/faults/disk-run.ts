import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomly } from '../random-edits.ts';
import { CONTROL } from './fault-run.ts';
import { groundIn, judge, layAgain, learn, NO_FAULT, perform } from './ground.ts';
import { makeSmallDisk, mayMount } from './mounts.ts';
import { OPERATIONS } from './operations.ts';
import { type Outcome, type RunOptions, Tally } from './outcome.ts';

/** Kilobytes of the disk, and how much of it is left free at most, in bytes. */
const SIZE = 8 * 1024;
const LEFT = 160 * 1024;
const NOTHING = 8 * 1024;

/** Works on a disk that is as good as full, and looks at what is there when some of it was freed. Needs root. */
export async function runFullDisks({
  count,
  seed,
  folder,
  say,
  stop,
  isControl = false,
}: RunOptions): Promise<Outcome | null> {
  if (!mayMount(folder)) return null;
  const pick = randomly(seed);
  const tally = new Tally('disks', ['acknowledged', 'refused']);
  const disk = makeSmallDisk(folder, SIZE);
  disk.mount();
  try {
    const ground = await groundIn(folder, disk.folder);
    const known = [...(await learn(ground, isControl ? [CONTROL] : OPERATIONS))];
    const ballast = join(disk.folder, 'ballast');
    for (let number = 0; number < count && !stop?.aborted; number++) {
      if (number % 500 === 0) say?.(`${number} of ${count} disks full`);
      const [operation, about] = known[pick(known.length)] ?? [];
      if (!operation || !about) continue;
      await rm(ballast, { force: true });
      await layAgain(ground);
      await operation.before?.(ground.folders, ground.prepared);
      const { bavail, bsize } = await statfs(disk.folder);
      // In half of the tries too little for anything.
      const left = pick(pick(2) === 0 ? LEFT : NOTHING);
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)));
      const done = await perform(ground, operation, NO_FAULT);
      await rm(ballast);
      await judge(ground, about, {
        done,
        where: `${operation.name}, with ${left} bytes left (${done.end})`,
        tally,
      });
    }
  } finally {
    disk.unmount();
  }
  return tally.outcome;
}
