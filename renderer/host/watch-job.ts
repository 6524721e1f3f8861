import type { Client, Output } from '#shared/contract/contract.ts';

/** How far a long call is, and whether it may still be cancelled. */
export type JobProgress = Omit<Extract<Output<'job.progress'>, { kind: 'running' }>, 'kind'>;

/** Milliseconds before a call counts as long; shorter ones would only flicker. */
const DELAY = 400;
/** Milliseconds between two looks at how far it is. */
const INTERVAL = 250;

export interface WatchedJob<Result> {
  readonly result: Promise<Result>;
  /** Asks the host to end the call, which then answers `cancelled` if it is not too late. */
  cancel(): void;
}

/**
 * Makes a call and asks the host how far it is while it lasts.
 * @param call makes it under the given id
 * @param onProgress hears of each look, and of null once the call is over
 */
export function watchJob<Result>(
  client: Pick<Client, 'job.progress' | 'job.cancel'>,
  call: (job: string) => Promise<Result>,
  onProgress: (progress: JobProgress | null) => void,
): WatchedJob<Result> {
  const job = crypto.randomUUID();
  let isOver = false;
  let timer = setTimeout(look, DELAY);

  async function look(): Promise<void> {
    // Why a host cannot be asked is the long call's to explain.
    const answer = await client['job.progress']({ job });
    if (isOver) return;
    if (answer.kind === 'running') onProgress({ step: answer.step, canCancel: answer.canCancel });
    timer = setTimeout(look, INTERVAL);
  }

  const result = call(job).finally(() => {
    isOver = true;
    clearTimeout(timer);
    onProgress(null);
  });
  return {
    result,
    cancel: () => void client['job.cancel']({ job }),
  };
}
