import { join } from 'node:path';
import { FailureError } from '#main/files/failure.ts';
import type { Log } from '#main/files/log.ts';
import type { SumElsewhere } from '#main/store/sum-up.ts';
import { SumPool } from './sum-pool.ts';
import { OutOfMemory, type Work } from './work.ts';
import { workHere } from './work-here.ts';
import { NoThread, WorkThread } from './work-thread.ts';

/** Milliseconds for a check; a record takes seconds. Work is bounded anyway, so this is for what nobody thought of. */
const CHECK_LIMIT = 60_000;

/** Work done in threads, which end before the program does. */
export interface ThreadedWork extends Work {
  /** Sums up reviews for a long list; null where no thread can be started. */
  readonly sums: SumElsewhere | null;
  /** Stops what is under way, and waits until no thread runs any more. */
  close(): Promise<void>;
}

/**
 * Does the work in threads of its own, so that the window stays quick and no file can bring it to a halt.
 * Only the built program has a file that a thread can be started from; run from source, the work is done here.
 */
export function offThread(appFolder: string, log: Log): ThreadedWork {
  const file = join(appFolder, 'dist/workers/worker.js');
  const here = workHere(appFolder);
  if (import.meta.url.endsWith('.ts')) return { ...here, sums: null, close: () => Promise.resolve() };
  return threadedWork(file, { appFolder, here, log });
}

interface ThreadedWorkOptions {
  readonly appFolder: string;
  /** Does the work when no thread can be started. */
  readonly here: Work;
  readonly log: Log;
}

/** Does the work in threads that run `file`, and by `here` where none can be started, which the log is told. */
export function threadedWork(file: string, { appFolder, here, log }: ThreadedWorkOptions): ThreadedWork {
  const records = new WorkThread(file, appFolder);
  // Of its own, as files from elsewhere may keep it busy and have to be given up.
  const checks = new WorkThread(file, appFolder);
  const sums = new SumPool(file, appFolder);
  /** A slow window is better than no record. */
  const instead =
    <Result>(doHere: () => Promise<Result>) =>
    (error: unknown): Promise<Result> => {
      if (!(error instanceof NoThread)) throw error;
      log.error('A thread could not be started, so heavy work holds the window up', error);
      return doHere();
    };
  const made = <Result>(result: Promise<Result>, doHere: () => Promise<Result>) =>
    result.catch(instead(doHere)).catch(tooLong);
  return {
    sums,
    print: (job, options) => made(records.run('print', job, options), () => here.print(job, options)),
    printHandout: (job, options) =>
      made(records.run('printHandout', job, options), () => here.printHandout(job, options)),
    seal: (job, options) => made(records.run('seal', job, options), () => here.seal(job, options)),
    verify: (job, options) =>
      checks.run('verify', job, { ...options, limit: CHECK_LIMIT }).catch(instead(() => here.verify(job, options))),
    takeOut: (job, options) =>
      checks.run('takeOut', job, { ...options, limit: CHECK_LIMIT }).catch(instead(() => here.takeOut(job, options))),
    checkSealed: (job, options) =>
      records
        .run('checkSealed', job, { ...options, limit: CHECK_LIMIT })
        .catch(instead(() => here.checkSealed(job, options))),
    async close() {
      await Promise.all([records.close(), checks.close(), sums.close()]);
    },
  };
}

/** For `catch`, where a file of ours is made. */
function tooLong(error: unknown): never {
  if (!(error instanceof OutOfMemory)) throw error;
  throw new FailureError(
    'too-large',
    'The texts are too long for a PDF. Shorten the longest ones and try again. As Markdown and JSON, all of it can be exported.',
    { cause: error },
  );
}
