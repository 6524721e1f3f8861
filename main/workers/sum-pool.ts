import { availableParallelism } from 'node:os';
import { failureOf } from '#main/files/failure.ts';
import type { Sum, SumElsewhere } from '#main/store/sum-up.ts';
import type { LoadedTemplate } from '#main/templates/parse-template.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import { NoThread, WorkThread } from './work-thread.ts';

/** Most threads, whatever the computer has: the disk gives no more than they take. */
const MOST = 4;
/** Files that a thread is given at once. */
const BATCH = 8;
/** Milliseconds without work after which the threads are ended, as each keeps some 40 MB. */
const IDLE = 2000;
/** Milliseconds for a batch; its files are bounded, so this is for what nobody thought of. */
const LIMIT = 30_000;

interface Waiting {
  readonly id: string;
  readonly bytes: Uint8Array;
  resolve(sum: Sum | null): void;
}

interface Summer {
  readonly thread: WorkThread;
  /** Hashes of the templates that it was sent. */
  readonly told: Set<string>;
}

/** Sums up the files of many reviews in threads that are there only while there is something to sum up. */
export class SumPool implements SumElsewhere {
  readonly #file: string;
  readonly #appFolder: string;
  readonly #templates = new Map<string, LoadedTemplate>();
  readonly #waiting: Waiting[] = [];
  #free: Summer[] = [];
  readonly #busy = new Set<Summer>();
  #idle: NodeJS.Timeout | undefined;
  #ending: Promise<unknown> = Promise.resolve();
  /** Nothing is taken on any more. */
  #closed = false;

  /** @param file what a thread runs */
  constructor(file: string, appFolder: string) {
    this.#file = file;
    this.#appFolder = appFolder;
  }

  /** @throws {FailureError} for a file that cannot be used */
  async sumUp(
    id: string,
    bytes: Uint8Array,
    templateOf: (sha256: string) => Promise<LoadedTemplate | null>,
  ): Promise<ReviewSummary | null> {
    const first = await this.#sum(id, bytes);
    if (first?.kind !== 'unknown') return summaryOf(first);
    const template = this.#templates.get(first.template) ?? (await templateOf(first.template));
    if (!template) return null;
    this.#templates.set(first.template, template);
    return summaryOf(await this.#sum(id, bytes));
  }

  /** Ends the threads; what waits for them has to be found out otherwise. */
  async close(): Promise<void> {
    this.#giveUp();
    clearTimeout(this.#idle);
    await Promise.all([this.#ending, ...[...this.#free, ...this.#busy].map(({ thread }) => thread.close())]);
  }

  #giveUp(): void {
    this.#closed = true;
    for (const { resolve } of this.#waiting.splice(0)) resolve(null);
  }

  /** What a thread makes of a file; null where none does. */
  #sum(id: string, bytes: Uint8Array): Promise<Sum | null> {
    if (this.#closed) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#waiting.push({ id, bytes, resolve });
      this.#next();
    });
  }

  #next(): void {
    clearTimeout(this.#idle);
    while (this.#waiting.length > 0) {
      const summer = this.#free.pop() ?? this.#another();
      if (!summer) return;
      this.#busy.add(summer);
      void this.#run(summer, this.#waiting.splice(0, BATCH)).then(() => {
        this.#busy.delete(summer);
        this.#free.push(summer);
        this.#next();
      });
    }
    if (this.#busy.size === 0 && !this.#closed) this.#idle = setTimeout(() => void this.#endFree(), IDLE).unref();
  }

  #another(): Summer | null {
    if (this.#busy.size + this.#free.length >= Math.min(MOST, availableParallelism())) return null;
    return { thread: new WorkThread(this.#file, this.#appFolder), told: new Set() };
  }

  async #run({ thread, told }: Summer, batch: readonly Waiting[]): Promise<void> {
    const templates = [...this.#templates.values()].filter(({ sha256 }) => !told.has(sha256));
    const files = batch.map(({ id, bytes }) => ({ id, bytes }));
    const sums = await thread.run('sumUp', { files, templates }, { limit: LIMIT }).catch((error: unknown) => {
      // Where one cannot be started, the next one cannot either.
      if (error instanceof NoThread) this.#giveUp();
      return [];
    });
    for (const { sha256 } of templates) told.add(sha256);
    for (const [index, { resolve }] of batch.entries()) {
      const sum = sums[index] ?? null;
      // A thread that ended and began anew knows none of them any more.
      if (sum === null) told.clear();
      if (sum?.kind === 'unknown') told.delete(sum.template);
      resolve(sum);
    }
  }

  async #endFree(): Promise<void> {
    const ended = this.#free;
    this.#free = [];
    this.#ending = Promise.all([this.#ending, ...ended.map(({ thread }) => thread.close())]);
    await this.#ending;
  }
}

function summaryOf(sum: Sum | null): ReviewSummary | null {
  if (sum?.kind === 'failed') throw failureOf(sum.failure);
  return sum?.kind === 'summed' ? sum.summary : null;
}
