import { useRef, useState } from 'react';
import { useHost } from './host.tsx';
import { type JobProgress, type WatchedJob, watchJob } from './watch-job.ts';

export interface WatchableJob {
  /** How far the call is; null before it counts as long, and when there is none. */
  readonly progress: JobProgress | null;
  /** Makes a long call under an id of its own. */
  readonly run: <Result>(call: (job: string) => Promise<Result>) => Promise<Result>;
  /** Ends the call under way, if it is not too late. */
  readonly cancel: () => void;
}

/** One long call at a time, with what is known of it. */
export function useJob(): WatchableJob {
  const { client } = useHost();
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const current = useRef<WatchedJob<unknown> | null>(null);
  return {
    progress,
    run: (call) => {
      const watched = watchJob(client, call, setProgress);
      current.current = watched;
      return watched.result;
    },
    cancel: () => current.current?.cancel(),
  };
}
