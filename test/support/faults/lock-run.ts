import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeProgramFolder } from '../program-folder.ts';
import { randomly } from '../random-edits.ts';
import { type Outcome, type RunOptions, Tally, tryEach } from './outcome.ts';

interface LockOptions extends RunOptions {
  /** The bundled program that opens a data folder and says how that went. */
  readonly holder: string;
}

/**
 * Starts two programs on one folder at the same moment, and a third while the first is there; half of them after somebody deleted
 * the files of the lock. Exactly one may come in.
 */
export async function runLocks(options: LockOptions): Promise<Outcome> {
  const { seed, folder, holder, isControl = false } = options;
  const pick = randomly(seed);
  const tally = new Tally('locks', ['starts']);
  const [data, program] = [join(folder, 'data'), join(folder, 'program')];
  await mkdir(program, { recursive: true });
  await writeProgramFolder(program);
  const start = () => started(holder, data, program, isControl);
  await tryEach(options, 50, async () => {
    if (pick(4) === 0) await rm(data, { recursive: true, force: true });
    const both = await Promise.all([start(), start()]);
    const isHarmed = pick(2) === 0;
    if (isHarmed) await deleteLock(data);
    const all = isControl ? both : [...both, await start()];
    const opened = all.filter(({ answer }) => answer === 'opened').length;
    tally.tried();
    tally.count('starts', all.length);
    if (opened !== 1) tally.wrong(`${opened} of ${all.length} came in${isHarmed ? ', the lock deleted' : ''}`);
    for (const { child } of all) await killed(child);
  });
  return tally.outcome;
}

async function deleteLock(data: string): Promise<void> {
  for (const name of ['groundwork.lock', 'groundwork.lock.json']) await rm(join(data, name), { force: true });
}

async function started(holder: string, data: string, program: string, isControl: boolean) {
  const args = [holder, data, program, ...(isControl ? ['control'] : [])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [answer] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, answer: answer.toString().trim() };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = once(child, 'close');
  child.kill('SIGKILL');
  await end;
}
