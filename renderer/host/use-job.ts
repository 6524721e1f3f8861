import { useRef, useState } from 'react';
import { useHost } from './host.tsx';
import { type JobProgress, type WatchedJob, watchJob } from './watch-job.ts';

export interface WatchableJob {
  /** How far the call is; null before it counts as long, and when there is none. */
  readonly progress: JobProgress | null;
  /** Makes a long call under an id of its own. */
  readonly run: <Result>(call: (job: string) => Promise<Result>) => Promise<Result>;
  /** Ends the call under way, if it is not too late, as a person wants it. */
  readonly cancel: () => void;
  /** The same without a word, where another call takes its place. */
  readonly drop: () => void;
}

/**
 * One long call at a time, with what is known of it.
 * @param onCancelled told when nothing came of a call because a person cancelled it
 */
export function useJob(onCancelled: () => void): WatchableJob {
  const { client } = useHost();
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const current = useRef<WatchedJob<unknown> | null>(null);
  /** The one that a person has cancelled already. */
  const cancelled = useRef<WatchedJob<unknown> | null>(null);
  return {
    progress,
    run: (call) => {
      const watched = watchJob(client, call, setProgress);
      current.current = watched;
      return watched.result;
    },
    cancel: () => {
      const job = current.current;
      if (!job || job === cancelled.current) return;
      cancelled.current = job;
      job.cancel();
      void job.result.then(
        (answer) => wasCancelled(answer) && onCancelled(),
        () => undefined,
      );
    },
    drop: () => current.current?.cancel(),
  };
}

function wasCancelled(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'cancelled';
}
