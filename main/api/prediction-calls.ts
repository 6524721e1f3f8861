import { FailureError } from '#main/files/failure.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import type { OpenReview } from '#main/store/review-store.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { Answer, Api } from '#shared/contract/contract.ts';
import type { GivenChances } from '#shared/follow-up/answers.ts';
import { predictionsOf } from '#shared/follow-up/edit.ts';

/** The calls about chances: nobody sees those of others before giving their own. */
export function predictionCalls({ store, chances: kept }: Pick<ApiContext, 'store' | 'chances'>) {
  return {
    'prediction.state': async ({ id }) => {
      const review = await store.open(id);
      const { statements, given } = predictionsOf(review.document);
      // They stand in the review, so nothing is to be kept apart any more.
      if (given.length > 0) await kept.forget(id);
      return standing(review, given.length > 0 ? given : await kept.given(id, statements));
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
      return standing(review, await kept.keep(id, statements, { by, name: approver.name, at, chances: asked }));
    },
  } satisfies Partial<Api>;
}

function standing({ document }: OpenReview, given: readonly GivenChances[]): Answer<'prediction.state'> {
  const by = given.map((entry) => entry.by);
  const named = document.signOff.approvers.filter(({ name }) => !isBlank(name));
  const isComplete = named.length > 0 && named.every(({ id }) => by.includes(id));
  return { kind: 'given', by, chances: isComplete ? [...given] : null };
}
