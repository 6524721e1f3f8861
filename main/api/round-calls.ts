import type { ApiContext } from '#main/reviews/context.ts';
import type { Api } from '#shared/contract/contract.ts';

/** The calls of votes at the keyboard. */
export function roundCalls({ rounds }: Pick<ApiContext, 'rounds'>) {
  return {
    'round.now': async ({ review }) => ({ kind: 'now', round: await rounds.now(review) }),
    'round.open': async (input) => ({ kind: 'round', round: await rounds.open(input) }),
    'round.vote': async (input) => ({ kind: 'round', round: await rounds.vote(input) }),
    'round.reveal': async (input) => ({ kind: 'revealed', round: await rounds.reveal(input) }),
    'round.discard': async ({ review, round }) => {
      await rounds.discard(review, round);
      return { kind: 'discarded' };
    },
  } satisfies Partial<Api>;
}
