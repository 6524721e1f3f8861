import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Ground } from './ground.ts';
import type { Change } from './writer-steps.ts';

/** So many writers are there at a time: loading one takes several times as long as what is tried. */
const AHEAD = 4;

/** What Node is told to start a writer: its file, or the picture of it when it was loaded and a name for it. */
export type Writer = readonly string[];

/** What a writer said until it was gone. */
export interface Said {
  readonly done: readonly (readonly Change[])[];
  /** What it was at when it was killed. */
  readonly pending: readonly Change[];
  readonly refused: number;
}

/** A writer that is loaded, or about to be, and touches nothing before it is told to begin. */
export interface WaitingWriter {
  readonly child: ChildProcess;
  readonly begin: () => void;
  /** Settles when it is at work, or gone. */
  readonly ready: Promise<void>;
  readonly said: () => Said;
}

/** Loads a writer. @param control `plain` or `lowdb` for a writer that thinks of nothing */
export function startWriter(
  writer: Writer,
  { folders, prepared }: Ground,
  seed: string,
  control: string,
): WaitingWriter {
  const { data, program, exports } = folders;
  const args = [...writer, data, program, exports, seed, control, JSON.stringify(prepared)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  return { child, begin: () => child.stdin.end('begin\n'), ...linesOf(child) };
}

/** Writers for so many tries, one after the other, some loaded ahead; those that had no turn are ended with it. */
export function* loadedAhead(count: number, start: (number: number) => WaitingWriter): Generator<WaitingWriter, void> {
  const waiting: WaitingWriter[] = [];
  let started = 0;
  try {
    for (let number = 0; number < count; number++) {
      while (started < Math.min(count, number + AHEAD)) waiting.push(start(started++));
      const next = waiting.shift();
      if (next) yield next;
    }
  } finally {
    for (const { child } of waiting) child.kill('SIGKILL');
  }
}

/** Follows what a writer says. */
function linesOf(child: ChildProcessByStdio<Writable, Readable, null>): {
  readonly ready: Promise<void>;
  readonly said: () => Said;
} {
  let text = '';
  let isReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  child.stdout.on('data', (chunk: Buffer) => {
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
