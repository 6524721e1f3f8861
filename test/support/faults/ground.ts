import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sweepTemporaries } from '#main/files/durable-write.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { sweepDataFolder } from '#main/store/hold-data-folder.ts';
import { type Fault, faultyFiles } from './faulty-files.ts';
import { differences, type FolderState, readState, stateWith } from './folder-state.ts';
import { type Folders, openFolder } from './open-folder.ts';
import type { Operation } from './operations.ts';
import type { Tally } from './outcome.ts';
import { type Prepared, prepareFolder } from './prepared-folder.ts';

/** A prepared data folder, and a copy of it that things are tried on. */
export interface Ground {
  readonly from: Folders;
  readonly folders: Folders;
  readonly prepared: Prepared;
}

/** How an operation ended. */
type End = 'acknowledged' | 'refused' | 'crashed';

/** What an operation changes, and how often it calls the file system. */
export interface Known {
  readonly before: FolderState;
  readonly after: FolderState;
  readonly halfway: FolderState | null;
  readonly calls: number;
}

export const NO_FAULT = { at: Number.POSITIVE_INFINITY, fault: 'EIO' } as const;

/** @param tried where things are tried; in the same folder unless said otherwise */
export async function groundIn(folder: string, tried = join(folder, 'tried')): Promise<Ground> {
  const place = (root: string): Folders => ({
    data: join(root, 'data'),
    program: join(folder, 'program'),
    exports: join(root, 'exports'),
  });
  const from = place(join(folder, 'whole'));
  await mkdir(from.program, { recursive: true });
  return { from, folders: place(tried), prepared: await prepareFolder(from) };
}

/** Puts the copy back to what was prepared. */
export async function layAgain({ from, folders }: Ground): Promise<void> {
  for (const key of ['data', 'exports'] as const) {
    await rm(folders[key], { recursive: true, force: true });
    await cp(from[key], folders[key], { recursive: true, preserveTimestamps: true });
  }
}

/** Tries each operation without any fault. @throws when one does not do what it says */
export async function learn(ground: Ground, operations: readonly Operation[]): Promise<ReadonlyMap<Operation, Known>> {
  const { folders, prepared } = ground;
  const known = new Map<Operation, Known>();
  for (const operation of operations) {
    await layAgain(ground);
    await operation.before?.(folders, prepared);
    const before = await readState(folders);
    await layAgain(ground);
    await operation.before?.(folders, prepared);
    const { end, calls, close } = await perform(ground, operation, NO_FAULT);
    await close();
    const after = stateWith(before, operation.changes(prepared, before));
    const wrong = differences(after, await readState(folders));
    if (end !== 'acknowledged' || wrong.length > 0) throw new Error(`${operation.name} ${end}: ${wrong.join('; ')}`);
    const halfway = operation.halfway ? stateWith(before, operation.halfway) : null;
    known.set(operation, { before, after, halfway, calls });
  }
  return known;
}

/** An operation that was done, or not, and the program that did it. */
export interface Performed {
  readonly end: End;
  readonly calls: number;
  /** Tries once more, without a fault: in the same program, unless that is dead. */
  again(): Promise<End>;
  close(): Promise<void>;
}

/** Does an operation on the copy, with a fault at one of its calls. */
export async function perform(
  ground: Ground,
  operation: Operation,
  { at, fault }: { readonly at: number; readonly fault: Fault },
): Promise<Performed> {
  const { folders, prepared } = ground;
  const faulty = faultyFiles();
  const open = await openFolder(folders, faulty.files);
  const run = () =>
    operation
      .run({ api: open.api, files: faulty.files, folders, prepared })
      .then((isAcknowledged): End => (isAcknowledged ? 'acknowledged' : 'refused'))
      .catch((): End => 'refused');
  faulty.arm(at, fault);
  const end = await Promise.race([run(), faulty.crashed.then((): End => 'crashed')]);
  const { calls } = faulty;
  faulty.disarm();
  return {
    end,
    calls,
    async again() {
      if (end !== 'crashed') return run();
      const next = await perform(ground, operation, NO_FAULT);
      await next.close();
      return next.end;
    },
    async close() {
      if (end !== 'crashed') await open.close();
      await faulty.closeAll();
    },
  };
}

/**
 * Looks at what an operation left behind: all of it where it was acknowledged, all or nothing elsewhere. Where it was refused, or is not
 * done, it is tried again: it is done then, and once. Ends the program that did it.
 */
export async function judge(
  ground: Ground,
  { before, after, halfway }: Known,
  { done, where, tally }: { readonly done: Performed; readonly where: string; readonly tally: Tally },
): Promise<void> {
  const { end } = done;
  tally.tried();
  tally.count(end);
  try {
    await sweepAll(ground.folders);
    const found = await readState(ground.folders);
    const [lost, changed] = [differences(after, found), differences(before, found)];
    const isDone = lost.length === 0;
    if (end === 'acknowledged') return isDone ? undefined : tally.wrong(`${where}: lost: ${lost.join('; ')}`);
    const isHalf = halfway !== null && end === 'refused' && differences(halfway, found).length === 0;
    if (!isDone && !isHalf && changed.length > 0) return tally.wrong(`${where}: half done: ${changed.join('; ')}`);
    // Nobody tries again what a dead program had done: it is there at the next start.
    if (isDone && end === 'crashed') return;
    const again = await done.again();
    const wrong = differences(after, await readState(ground.folders));
    // What was done although it was refused may be refused now, such as deleting what is deleted.
    if ((again !== 'acknowledged' && !isDone) || wrong.length > 0)
      tally.wrong(`${where}: again ${again}: ${wrong.join('; ')}`);
  } finally {
    await done.close();
  }
}

/** Does with unfinished writes what a start of the program does. */
export async function sweepAll({ data, exports }: Folders): Promise<void> {
  await sweepDataFolder(nodeFileSystem, dataLayout(data));
  await sweepTemporaries(nodeFileSystem, exports);
}
