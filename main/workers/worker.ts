import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { FailureError } from '#main/files/failure.ts';
import type { Sum, SumJob } from '#main/store/sum-up.ts';
import type { Failure } from '#shared/contract/contract.ts';
import type { WorkStep } from '#shared/contract/work-step.ts';
import type { ThreadWork } from './work.ts';
import { workHere } from './work-here.ts';

/** What the thread is asked to do; one thing at a time. */
export interface Order {
  readonly method: keyof ThreadWork;
  readonly job: unknown;
}

/** What the thread says: first that it is there; then, for each order, steps and one end. */
export type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'step'; readonly step: WorkStep }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'broken'; readonly error: unknown };

/** Milliseconds between two reported steps of one kind; more could not be seen. */
const STEP_INTERVAL = 50;

// The entry of a thread of its own: what it does takes longer than a window may stand still.
const { appFolder } = z.object({ appFolder: z.string() }).parse(workerData);
let summing: Promise<(job: SumJob) => readonly Sum[]> | undefined;
const work: ThreadWork = {
  ...workHere(appFolder),
  async sumUp(job) {
    summing ??= import('#main/store/sum-up.ts').then(({ summer }) => summer());
    return (await summing)(job);
  },
};

parentPort?.on('message', async ({ method, job }: Order) => say(await carryOut(method, job)));
say({ kind: 'ready' });

async function carryOut(method: keyof ThreadWork, job: unknown): Promise<ThreadMessage> {
  // One entry of a union of functions cannot be called with the union of their inputs.
  const run = work[method] as (job: unknown, options: { onStep(step: WorkStep): void }) => Promise<unknown>;
  try {
    return { kind: 'done', value: await run(job, { onStep: teller() }) };
  } catch (error) {
    return error instanceof FailureError ? { kind: 'failed', failure: error.failure } : { kind: 'broken', error };
  }
}

/** Tells each kind of step, but not every one of its steps. */
function teller(): (step: WorkStep) => void {
  let last: { readonly kind: WorkStep['kind']; readonly at: number } | null = null;
  return (step) => {
    const now = performance.now();
    if (last?.kind === step.kind && now - last.at < STEP_INTERVAL) return;
    last = { kind: step.kind, at: now };
    say({ kind: 'step', step });
  };
}

function say(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}
