import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RecordJob, RecordPrinter } from './record-file.ts';
import type { NumberedJob, RecordAnswer } from './render-worker.ts';

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** The thread could not be started or ended early; the record itself may be fine. */
class ThreadFailed extends Error {}

/**
 * Prints records in a thread of its own, so that the window stays quick. Only the built program has a file
 * that a thread can be started from; run from source, records are printed here.
 */
export function offThreadPrinter(appFolder: string): RecordPrinter {
  const file = join(appFolder, 'dist/record/render-worker.js');
  if (import.meta.url.endsWith('.ts') || !existsSync(file)) return printHere(appFolder);
  const thread = workerPrinter(file, appFolder);
  const here = printHere(appFolder);
  return (job) =>
    thread(job).catch((error: unknown) => {
      // A slow window is better than no record.
      if (error instanceof ThreadFailed) return here(job);
      throw error;
    });
}

/** Prints in this thread; the libraries are large, so they are loaded at the first record. */
function printHere(appFolder: string): RecordPrinter {
  let printer: RecordPrinter | undefined;
  return async (job) => {
    const { recordPrinter } = await import('./record-file.ts');
    printer ??= recordPrinter(appFolder);
    return printer(job);
  };
}

/** Prints in a worker that runs `file`; it is started at the first record and stays for the next one. */
export function workerPrinter(file: string, appFolder: string): RecordPrinter {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;
  const stop = (error: Error) => {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const settle = (answer: RecordAnswer) => {
    const job = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ('bytes' in answer) job?.resolve(answer.bytes);
    else job?.reject(new Error(answer.problem));
    // A thread that waits for work must not keep the program alive.
    if (waiting.size === 0) worker?.unref();
  };
  const start = (): Worker => {
    const started = new Worker(file, { workerData: { appFolder } });
    started.on('message', settle);
    started.on('error', (error) => stop(new ThreadFailed(error.message)));
    started.on('exit', () => {
      if (worker === started) stop(new ThreadFailed('Printing the record was interrupted. Try again.'));
    });
    return started;
  };
  return (job: RecordJob) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      worker.ref();
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ number: last, job } satisfies NumberedJob);
    });
}
