import type { ApiContext } from '#main/reviews/context.ts';
import type { Api } from '#shared/contract/contract.ts';

/** Searches all reviews. */
export function searchCalls({ store }: Pick<ApiContext, 'store'>) {
  return {
    'review.search': async ({ text, most }) => ({
      kind: 'found',
      ...(await store.search(text, { most, isWhole: false })),
    }),
  } satisfies Partial<Api>;
}
