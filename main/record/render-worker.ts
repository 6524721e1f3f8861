import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { type RecordJob, recordPrinter } from './record-file.ts';

/** What the worker answers to a job. */
export type RecordAnswer =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly problem: string };

/** A job with the number that its answer carries. */
export interface NumberedJob {
  readonly number: number;
  readonly job: RecordJob;
}

// The entry of a thread of its own: printing a record takes longer than a window may wait.
const { appFolder } = z.object({ appFolder: z.string() }).parse(workerData);
const print = recordPrinter(appFolder);

parentPort?.on('message', async ({ number, job }: NumberedJob) => {
  const answer = await print(job).then(
    (bytes): RecordAnswer => ({ number, bytes }),
    (error: unknown): RecordAnswer => ({ number, problem: error instanceof Error ? error.message : String(error) }),
  );
  parentPort?.postMessage(answer);
});
