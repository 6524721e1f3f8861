import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Pick, randomly } from '../random-edits.ts';
import { differences, type FolderState, readState, stateWith } from './folder-state.ts';
import { type Ground, groundIn, layAgain, sweepAll } from './ground.ts';
import type { Folders } from './open-folder.ts';
import { type Outcome, type RunOptions, Tally } from './outcome.ts';
import { plainSave, readPlain } from './plain-save.ts';
import type { Change } from './writer-steps.ts';

/** Milliseconds after it is ready within which a writer is killed. */
const LIFE = 120;
/** After so many kills a run goes on with a fresh folder, as a folder only grows. */
const FRESH_AFTER = 40;

export interface KillOptions extends RunOptions {
  /** The bundled writer. */
  readonly writer: string;
}

/** What a writer said until it was gone. */
interface Said {
  readonly done: readonly (readonly Change[])[];
  /** What it was at when it was killed. */
  readonly pending: readonly Change[];
  readonly refused: number;
}

/**
 * Kills programs that write into a data folder, each at a moment by chance, and looks at what is there afterwards: all that was
 * acknowledged, what was under way or what was before it, and nothing that cannot be read.
 */
export async function runKills({
  count,
  seed,
  folder,
  say,
  stop,
  writer,
  isControl = false,
}: KillOptions): Promise<Outcome> {
  const pick = randomly(seed);
  const tally = new Tally('kills', ['acknowledged before', 'cut within a change']);
  const ground = await groundIn(folder);
  let state: FolderState = {};
  for (let number = 0; number < count && !stop?.aborted; number++) {
    if (number % 100 === 0) say?.(`${number} of ${count} programs killed`);
    if (number % FRESH_AFTER === 0) state = await freshState(ground, isControl);
    const child = startWriter(writer, ground, `${seed}${number}`, isControl ? 'plain' : '');
    const said = await killed(child, pick);
    tally.tried();
    state = await judgeWriter(ground.folders, state, said, tally, isControl);
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

/** @param control `plain` or `lowdb` for a writer that thinks of nothing */
export function startWriter(
  writer: string,
  { folders, prepared }: Ground,
  seed: string,
  control: string,
): ChildProcess {
  const { data, program, exports } = folders;
  const args = [writer, data, program, exports, seed, prepared.backup, prepared.sealed, control];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Kills a writer within its life, mostly once it is at work, and tells what it had said. */
async function killed(child: ChildProcess, pick: Pick): Promise<Said> {
  const lines = linesOf(child);
  const ended = once(child, 'close');
  // One in eight does not even come to its work.
  if (pick(8) > 0) await lines.ready;
  await sleep(pick(LIFE));
  child.kill('SIGKILL');
  await ended;
  return lines.said();
}

/** Follows what a writer says. */
export function linesOf(child: ChildProcess): { readonly ready: Promise<void>; readonly said: () => Said } {
  let text = '';
  let isReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.includes('\n')) isReady();
  });
  child.once('close', isReady);
  return { ready, said: () => understood(text) };
}

function understood(text: string): Said {
  const done: (readonly Change[])[] = [];
  let pending: readonly Change[] = [];
  let refused = 0;
  // The last line may be cut off.
  for (const line of text.split('\n').slice(0, -1)) {
    const { will, done: isDone } = JSON.parse(line) as { will?: readonly Change[]; done?: boolean };
    if (will) pending = will;
    if (isDone === undefined) continue;
    if (isDone) done.push(pending);
    else refused++;
    pending = [];
  }
  return { done, pending, refused };
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
