import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Pick, randomly } from '../random-edits.ts';
import { differences, type FolderState, readState, stateWith } from './folder-state.ts';
import { type Ground, groundIn, layAgain, sweepAll } from './ground.ts';
import type { Folders } from './open-folder.ts';
import { type Outcome, type RunOptions, Tally, tryEach } from './outcome.ts';
import { plainSave, readPlain } from './plain-save.ts';
import { loadedAhead, type Said, startWriter, type WaitingWriter, type Writer } from './writer-process.ts';
import type { Change } from './writer-steps.ts';

/** Milliseconds after it is ready within which a writer is killed. */
const LIFE = 120;
/** After so many kills a run goes on with a fresh folder, as a folder only grows. */
const FRESH_AFTER = 40;

export interface KillOptions extends RunOptions {
  readonly writer: Writer;
}

/**
 * Kills programs that write into a data folder, each at a moment by chance, and looks at what is there afterwards: all that was
 * acknowledged, what was under way or what was before it, and nothing that cannot be read.
 */
export async function runKills({ writer, isControl = false, ...options }: KillOptions): Promise<Outcome> {
  const { count, seed } = options;
  const pick = randomly(seed);
  const tally = new Tally('kills', ['acknowledged before', 'cut within a change']);
  const ground = await groundIn(options.folder);
  const writers = loadedAhead(count, (number) =>
    startWriter(writer, ground, `${seed}${number}`, isControl ? 'plain' : ''),
  );
  let state: FolderState = {};
  try {
    await tryEach(options, 100, async (number) => {
      if (number % FRESH_AFTER === 0) state = await freshState(ground, isControl);
      const next = writers.next();
      if (next.done) return;
      const said = await killed(next.value, pick);
      tally.tried();
      state = await judgeWriter(ground.folders, state, said, tally, isControl);
    });
  } finally {
    writers.return();
  }
  return tally.outcome;
}

/** Puts the copy back to what was prepared, and gives what is there. */
export async function freshState(ground: Ground, isControl: boolean): Promise<FolderState> {
  await layAgain(ground);
  if (isControl) await plainSave(ground.folders.data, 'first', 'plain');
  return stateNow(ground.folders, isControl);
}

/** What is there now, but for how many backups: two within a second have one name. */
async function stateNow(folders: Folders, isControl: boolean): Promise<FolderState> {
  if (isControl) return { plain: await readPlain(folders.data) };
  const { backups: _, ...state } = await readState(folders);
  return state;
}

/** Lets a writer begin and kills it within its life, mostly once it is at work; tells what it had said. */
async function killed({ child, begin, ready, said }: WaitingWriter, pick: Pick): Promise<Said> {
  const ended = once(child, 'close');
  begin();
  // One in eight is killed while it opens the folder, or before.
  if (pick(8) > 0) await ready;
  await sleep(pick(LIFE));
  child.kill('SIGKILL');
  await ended;
  return said();
}

/** Compares what is there with what was said; gives what is there. */
export async function judgeWriter(
  folders: Folders,
  before: FolderState,
  said: Said,
  tally: Tally,
  isControl: boolean,
): Promise<FolderState> {
  if (!isControl) await sweepAll(folders);
  const found = await stateNow(folders, isControl);
  const acknowledged = said.done.flat().reduce(stateWith, before);
  tally.count('acknowledged before', said.done.length);
  if (said.pending.length > 0) tally.count('cut within a change');
  if (said.refused > 0) tally.wrong('A change was refused although nothing was in its way');
  const possible = subsetsOf(said.pending).map((changes) => changes.reduce(stateWith, acknowledged));
  if (!possible.some((state) => differences(state, found).length === 0)) {
    tally.wrong(`${differences(acknowledged, found).join('; ')}, within ${JSON.stringify(said.pending)}`);
  }
  return found;
}

/** Every choice of some of the changes. */
function subsetsOf([first, ...rest]: readonly Change[]): readonly (readonly Change[])[] {
  if (!first) return [[]];
  const others = subsetsOf(rest);
  return others.flatMap((some) => [some, [first, ...some]]);
}
