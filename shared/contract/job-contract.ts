import * as z from 'zod';
import { workStepSchema } from './work-step.ts';

/** Id that the screen gives to a long call, a new one for each, to ask about it while it is under way. */
export const jobId = z.uuid();

/** The calls about long calls. The page asks, so that no host needs a way to push. */
export const jobCalls = {
  'job.progress': {
    input: z.strictObject({ job: jobId }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('running'), step: workStepSchema, canCancel: z.boolean() }),
      /** Not begun, or done: the long call itself answers. */
      z.strictObject({ kind: z.literal('none') }),
    ]),
  },
  /** Ends a long call, which then answers `cancelled`; nothing was changed. */
  'job.cancel': {
    input: z.strictObject({ job: jobId }),
    output: z.strictObject({ kind: z.enum(['cancelling', 'too-late']) }),
  },
} as const;
