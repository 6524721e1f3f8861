import type { ApiContext } from '#main/reviews/context.ts';
import type { Api } from '#shared/contract/contract.ts';

/** The calls that ask about long calls. */
export function jobCalls({ jobs }: ApiContext) {
  return {
    'job.progress': async ({ job }) => {
      const state = jobs.stateOf(job);
      return state ? { kind: 'running', ...state } : { kind: 'none' };
    },
    'job.cancel': async ({ job }) => ({ kind: jobs.cancel(job) ? 'cancelling' : 'too-late' }),
  } satisfies Partial<Api>;
}
