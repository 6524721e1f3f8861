import { createHash } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { workerPrinter } from '../../main/record/off-thread.ts';
import { sampleJob } from './sample-job.ts';

// Prints a sample in a worker, and says what came out and how long this thread stood still meanwhile.
const [workerFile = '', appFolder = '', sample = ''] = process.argv.slice(2);
const print = workerPrinter(workerFile, appFolder);
const job = sampleJob(appFolder, sample);

const stalls = monitorEventLoopDelay({ resolution: 2 });
stalls.enable();
const since = performance.now();
const bytes = await print(job);
const took = performance.now() - since;
stalls.disable();
const sha256 = createHash('sha256').update(bytes).digest('hex');
const problem = await print({ ...job, data: job.data, record: { ...job.record, savedAt: 'never' } }).then(
  () => 'none',
  (error: unknown) => String(error),
);
console.log(JSON.stringify({ sha256, took, stall: stalls.max / 1e6, problem }));
