import { FailureError } from '#main/files/failure.ts';
import { radarCsv, radarJson } from '#main/record/forms/radar-files.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import type { Api } from '#shared/contract/contract.ts';
import { portfolioOf } from '#shared/portfolio/portfolio.ts';
import { radarOf } from '#shared/portfolio/radar.ts';

/** Makes files of the decisions of all reviews. */
export function radarCalls({ store }: Pick<ApiContext, 'store'>) {
  return {
    'radar.file': async ({ form, ...filter }) => {
      const { reviews } = await store.list();
      const blips = radarOf(portfolioOf(reviews, filter), reviews);
      if (blips.length === 0) {
        throw new FailureError('invalid', 'Nothing is decided that fits, so there is nothing to put into a file.');
      }
      return { kind: 'file', text: form === 'csv' ? radarCsv(blips) : radarJson(blips) };
    },
  } satisfies Partial<Api>;
}
