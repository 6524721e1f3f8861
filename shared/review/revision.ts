import { formatDate } from '#shared/base/dates.ts';
import { standings, withFollowUp } from '#shared/follow-up/with-follow-up.ts';
import { openConditions, trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import { countingSignatures, signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import type { ReviewDocument } from './review.ts';

/** Which edition of its decision a review is, of those that it knows. */
interface Edition {
  /** 1 for the first. */
  readonly number: number;
  /** How many there are, with one that was begun to take its place. */
  readonly of: number;
}

function editionOf(review: ReviewDocument): Edition {
  const number = revisionNumber(review);
  return { number, of: review.supersededBy ? number + 1 : number };
}

/** The edition as people read it: “Revision 2 of 2”. */
export function editionName(review: ReviewDocument): string {
  const { number, of } = editionOf(review);
  return `Revision ${number} of ${of}`;
}

/** The same with the record that it supersedes: “Revision 2 of 2, supersedes “Gateway” of 29 Nov 2026”. */
export function editionText(review: ReviewDocument): string {
  const { supersedes } = review;
  if (!supersedes) return editionName(review);
  const of = supersedes.closedAt === undefined ? '' : ` of ${formatDate(supersedes.closedAt.slice(0, 10))}`;
  return `${editionName(review)}, supersedes “${supersedes.title}”${of}`;
}

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
 * the text of what was signed, so that the record can say what changed. What was noted since stands in it: conditions
 * that were closed are met, actions that were done are done.
 */
export function nextRevision(
  review: ReviewDocument,
  contentSha256: string,
  given: { readonly id: string; readonly createdAt: string },
): ReviewDocument {
  const content = withoutAftermath(withFollowUp(review));
  const open = new Set(openConditions(review).map(({ id }) => id));
  const closedAt = closedMoment(review, contentSha256);
  return {
    ...content,
    ...given,
    supersedes: {
      id: review.id,
      title: review.title,
      number: revisionNumber(review),
      contentSha256,
      ...(closedAt === null ? {} : { closedAt }),
      content: signedContent(review),
    },
    decision: {
      ...review.decision,
      conditions: trackedConditions(review).map(({ from, evidence, ...condition }) => ({
        ...condition,
        text: [condition.text, from === '' ? '' : `Asked for by ${from}.`, evidence].filter(Boolean).join('\n'),
        met: !open.has(condition.id),
      })),
    },
    signOff: unsigned(review.signOff),
  };
}

/** A review without what became of it: only its content, who approves, and the signs that are still watched. */
function withoutAftermath(review: ReviewDocument): ReviewDocument {
  const {
    closings: _,
    witnessedInstead: __,
    supersededBy: ___,
    deprecated: ____,
    closed: _____,
    predictions: ______,
    followUp: _______,
    tripwires = [],
    ...content
  } = review;
  const now = standings(review);
  const watched = tripwires.filter(({ id }) => {
    const state = now.get(`tripwire/${id}`)?.state;
    return state !== 'fired' && state !== 'not-watched';
  });
  return watched.length === 0 ? content : { ...content, tripwires: watched };
}

/** A sign-off as a new review begins with it: the same people and rule, and nothing that anybody said. */
export function unsigned(signOff: ReviewDocument['signOff']): ReviewDocument['signOff'] {
  const { advice: _, closing: __, deciding, ...rest } = signOff;
  const { changedAt: ___, ...rule } = deciding ?? { rule: 'everybody' };
  return { ...rest, ...(deciding ? { deciding: rule } : {}), signatures: [] };
}

/** When a review was closed: by its closing, else by the last signature of a version before 0.5. */
function closedMoment(review: ReviewDocument, contentSha256: string): string | null {
  return review.closed?.at ?? countingSignatures(review, contentSha256).at(-1)?.signedAt ?? null;
}
