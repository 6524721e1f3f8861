import { openConditions, signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import type { ReviewDocument } from './review.ts';

/** Which revision of its decision a review is: 1, or one more than the review it supersedes. */
export function revisionNumber(review: ReviewDocument): number {
  return (review.supersedes?.number ?? 0) + 1;
}

/** What became of a signed decision afterwards: another one is in force, or none is. */
export function afterwardsOf({ supersededBy, deprecated }: ReviewDocument): 'superseded' | 'deprecated' | null {
  if (supersededBy && supersededBy.contentSha256 !== null) return 'superseded';
  return deprecated ? 'deprecated' : null;
}

/**
 * The next revision of a signed review: the same content under a new id, nobody's signature yet, and
 * the text of what was signed, so that the record can say what changed. Conditions that were closed
 * since are met in it.
 */
export function nextRevision(
  review: ReviewDocument,
  contentSha256: string,
  given: { readonly id: string; readonly createdAt: string },
): ReviewDocument {
  const { closings: _, witnessedInstead: __, supersededBy: ___, deprecated: ____, ...content } = review;
  const open = new Set(openConditions(review));
  return {
    ...content,
    ...given,
    supersedes: {
      id: review.id,
      title: review.title,
      number: revisionNumber(review),
      contentSha256,
      content: signedContent(review),
    },
    decision: {
      ...review.decision,
      conditions: review.decision.conditions.map((condition) => ({ ...condition, met: !open.has(condition) })),
    },
    signOff: { ...review.signOff, signatures: [] },
  };
}
