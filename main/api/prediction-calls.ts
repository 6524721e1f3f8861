import { FailureError } from '#main/files/failure.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import type { OpenReview } from '#main/store/review-store.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { Answer, Api } from '#shared/contract/contract.ts';
import { predictionsOf } from '#shared/follow-up/edit.ts';

/** The calls about chances: nobody sees those of others before giving their own. */
export function predictionCalls({ store, chances: kept }: Pick<ApiContext, 'store' | 'chances'>) {
  return {
    'prediction.state': async ({ id }) => {
      const review = await store.open(id);
      const { statements, given } = predictionsOf(review.document);
      // They stand in the review, so nothing is to be kept apart any more.
      if (given.length > 0) {
        await kept.forget(id);
        return { kind: 'given', by: given.map((entry) => entry.by), chances: [...given] };
      }
      return standing(kept, review, await kept.givers(id, statements));
    },
    'prediction.give': async ({ id, by, at, chances }) => {
      const review = await store.open(id);
      const { statements } = predictionsOf(review.document);
      const approver = review.document.signOff.approvers.find((entry) => entry.id === by);
      if (!approver || isBlank(approver.name)) {
        throw new FailureError('not-found', 'This approver is not on the list any more. Look at the list again.');
      }
      if (statements.length === 0 || statements.some((statement) => chances[statement.id] === undefined)) {
        throw new FailureError(
          'invalid',
          'The statements were changed meanwhile. Give a chance for each of them as they are now.',
        );
      }
      const asked = Object.fromEntries(statements.map((statement) => [statement.id, chances[statement.id] ?? 0]));
      await kept.keep(id, statements, { by, name: approver.name, at, chances: asked });
      return standing(kept, review, await kept.givers(id, statements));
    },
  } satisfies Partial<Api>;
}

/** Who has given chances, and the chances themselves once nobody is missing. */
async function standing(
  kept: ApiContext['chances'],
  { document }: OpenReview,
  by: readonly string[],
): Promise<Answer<'prediction.state'>> {
  const named = document.signOff.approvers.filter(({ name }) => !isBlank(name));
  const isComplete = named.length > 0 && named.every(({ id }) => by.includes(id));
  const { statements } = predictionsOf(document);
  return { kind: 'given', by: [...by], chances: isComplete ? [...(await kept.reveal(document.id, statements))] : null };
}
