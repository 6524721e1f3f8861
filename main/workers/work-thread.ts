import { Worker } from 'node:worker_threads';
import { failureOf } from '#main/files/failure.ts';
import type { WorkOptions } from '#main/files/work-options.ts';
import { OutOfMemory, StoppedWork, type ThreadWork } from './work.ts';
import type { Order, ThreadMessage } from './worker.ts';

interface ThreadOptions extends WorkOptions {
  /** Milliseconds after which the work is ended. */
  readonly limit?: number;
}

/**
 * Megabytes that a thread is given, so that no file takes the computer's memory. A record of a megabyte of text, hundreds of pages, is made, sealed and
 * checked within them; the samples have a twentieth of that.
 */
const MEMORY = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };

/** The piece of work under way. */
interface Current {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onStep: WorkOptions['onStep'];
}

type JobOf<Method extends keyof ThreadWork> = Parameters<ThreadWork[Method]>[0];

/** The thread could not be started, so nothing was begun. */
export class NoThread extends Error {}

/**
 * A thread that runs a file, started at the first piece of work and kept for the next ones. One piece is done
 * after the other, so that ending one, by ending the thread, ends nothing else.
 */
export class WorkThread {
  readonly #file: string;
  readonly #appFolder: string;
  #worker: Worker | null = null;
  #isReady = false;
  #current: Current | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #ending: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(file: string, appFolder: string) {
    this.#file = file;
    this.#appFolder = appFolder;
  }

  /**
   * @throws {NoThread} when the thread cannot be started
   * @throws {StoppedWork} when the work takes longer than its limit, or the thread ends, as for want of memory
   */
  run<Method extends keyof ThreadWork>(
    method: Method,
    job: JobOf<Method>,
    options: ThreadOptions = {},
  ): ReturnType<ThreadWork[Method]> {
    const result = this.#last.then(() => this.#carryOut({ method, job }, options));
    this.#last = result.catch(() => undefined);
    return result as ReturnType<ThreadWork[Method]>;
  }

  /**
   * Ends the thread, and waits until it has ended, as a program that exits over a running thread may abort. Work under
   * way is stopped, and later work refused.
   */
  async close(): Promise<void> {
    this.#closed = true;
    const worker = this.#worker;
    if (worker) this.#end(worker, new StoppedWork('The program closes.'));
    await this.#ending;
  }

  async #carryOut(order: Order, { signal, onStep, limit }: ThreadOptions): Promise<unknown> {
    signal?.throwIfAborted();
    if (this.#closed) throw new StoppedWork('The program closes.');
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const abort = () => this.#end(worker, signal?.reason);
    const timer =
      limit === undefined
        ? undefined
        : setTimeout(() => this.#end(worker, new StoppedWork('It took too long.')), limit);
    try {
      return await new Promise((resolve, reject) => {
        this.#current = { resolve, reject, onStep };
        signal?.addEventListener('abort', abort);
        worker.ref();
        worker.postMessage(order);
      });
    } finally {
      this.#current = null;
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      // A thread that waits for work must not keep the program alive; one that is being ended must, until it has ended.
      if (this.#worker === worker) worker.unref();
    }
  }

  #start(): Worker {
    this.#isReady = false;
    const worker = new Worker(this.#file, { workerData: { appFolder: this.#appFolder }, resourceLimits: MEMORY });
    const ended = (message: string, cause?: unknown) => {
      const Reason = !this.#isReady ? NoThread : isOutOfMemory(cause) ? OutOfMemory : StoppedWork;
      this.#end(worker, new Reason(message, { cause }));
    };
    worker.on('message', (message: ThreadMessage) => {
      // What a thread said before it was ended still arrives, when the next one may be at work.
      if (this.#worker === worker) this.#hear(message);
    });
    worker.on('error', (error) => ended(error.message, error));
    worker.on('exit', () => ended('The thread ended.'));
    return worker;
  }

  #hear(message: ThreadMessage): void {
    if (message.kind === 'ready') this.#isReady = true;
    else if (message.kind === 'step') this.#current?.onStep?.(message.step);
    else if (message.kind === 'done') this.#current?.resolve(message.value);
    else this.#current?.reject(message.kind === 'failed' ? failureOf(message.failure) : message.error);
  }

  /** Ends a thread; the next piece of work gets another one. */
  #end(worker: Worker, reason: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#current?.reject(reason);
    const ended = worker.terminate();
    this.#ending = Promise.all([this.#ending, ended]);
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
