import { createHash } from 'node:crypto';
import { WorkThread } from '#main/workers/work-thread.ts';
import { sampleJob } from './sample-job.ts';

// Prints a sample in a thread; says what came out, which steps it told of, and what it says of a bad review.
const [workerFile = '', appFolder = '', sample = ''] = process.argv.slice(2);
const thread = new WorkThread(workerFile, appFolder);
const job = sampleJob(appFolder, sample);

const steps: string[] = [];
const bytes = await thread.run('print', job, { onStep: ({ kind, at, of }) => steps.push(`${kind} ${at}/${of}`) });
const sha256 = createHash('sha256').update(bytes).digest('hex');
const problem = await thread.run('print', { ...job, review: { ...job.review, savedAt: 'never' } }).then(
  () => 'none',
  (error: unknown) => String(error),
);
console.log(JSON.stringify({ sha256, steps, problem }));
