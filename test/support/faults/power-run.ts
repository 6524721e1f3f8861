import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomly } from '../random-edits.ts';
import { groundIn } from './ground.ts';
import { freshState, judgeWriter } from './kill-run.ts';
import { type DiskKind, hasDisk, makeDisk, mayMount } from './mounts.ts';
import { type Outcome, type RunOptions, Tally } from './outcome.ts';
import { startWriter, type Writer } from './writer-process.ts';

/** Milliseconds within which the power goes. */
const LIFE = 250;
/** After so many cuts a run goes on with a fresh folder. */
const FRESH_AFTER = 20;
/** Milliseconds for what a stopped program had said to arrive. */
const ARRIVAL = 20;

/** Somebody else on the same disk, whose writing through moves what others have not written through. */
const NEIGHBOUR = `const fs = require('node:fs'); const file = fs.openSync(process.argv[1], 'w');
for (;;) { fs.writeSync(file, 'x'); fs.fsyncSync(file); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 7); }`;

/** Cuts the power of a disk under a program at work, and looks at what the disk holds when it is there again. Needs root. */
export async function runPowerCuts(
  kind: DiskKind,
  { count, seed, folder, say, stop, writer, isControl = false }: RunOptions & { readonly writer: Writer },
): Promise<Outcome | null> {
  if (!mayMount(folder) || !hasDisk(kind)) return null;
  const pick = randomly(seed);
  const tally = new Tally(kind, ['acknowledged before', 'cut within a change']);
  const disk = makeDisk(kind, folder);
  disk.mount();
  let isMounted = true;
  const children: ChildProcess[] = [];
  try {
    const ground = await groundIn(folder, disk.folder);
    let state = {};
    for (let number = 0; number < count && !stop?.aborted; number++) {
      if (number % 50 === 0) say?.(`${number} of ${count} cuts`);
      if (number % FRESH_AFTER === 0 || isControl) state = await freshState(ground, isControl);
      await writtenThrough(disk.folder);
      const neighbour = spawn(process.execPath, ['-e', NEIGHBOUR, join(disk.folder, 'neighbour')], { stdio: 'ignore' });
      const {
        child,
        begin,
        ready,
        said: saidBy,
      } = startWriter(writer, ground, `${seed}${number}`, isControl ? 'lowdb' : '');
      children.splice(0, children.length, neighbour, child);
      begin();
      await ready;
      await sleep(pick(LIFE));
      // What it says from now on does not count.
      child.kill('SIGSTOP');
      await sleep(ARRIVAL);
      const said = saidBy();
      disk.cut();
      await ended(children);
      disk.unmount();
      isMounted = false;
      disk.mount();
      isMounted = true;
      tally.tried();
      state = await judgeWriter(ground.folders, state, said, tally, isControl);
    }
  } finally {
    await ended(children);
    if (isMounted) disk.unmount();
  }
  return tally.outcome;
}

async function ended(children: readonly ChildProcess[]): Promise<void> {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const end = once(child, 'close');
    child.kill('SIGKILL');
    await end;
  }
}

/** What was laid there by this program itself is not what is looked at. */
async function writtenThrough(folder: string): Promise<void> {
  await once(spawn('sync', ['-f', folder], { stdio: 'ignore' }), 'close');
}
