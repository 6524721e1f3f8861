import { isBlank } from '#shared/base/limits.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import { changePart } from '#shared/review/edit-part.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type CommitmentState, commitmentState } from './answers.ts';
import { commitmentSchema } from './schema.ts';

const UNTOUCHED: CommitmentState = commitmentSchema.parse({});

/** Says of each commitment of a list that nobody has decided on that it is not made, all for one reason; a blank one changes nothing. */
export function makeNoneOf(document: ReviewDocument, commitments: readonly string[], reason: string): ReviewDocument {
  if (isBlank(reason)) return document;
  return commitments
    .filter((commitment) => commitmentState(document, commitment).made === null)
    .reduce((review, commitment) => editCommitment(review, commitment, { made: false, note: reason }), document);
}

/** Says whether the team makes a commitment, who sees to it, or how it is kept. */
export function editCommitment(
  document: ReviewDocument,
  commitment: string,
  change: Partial<CommitmentState>,
): ReviewDocument {
  const { commitments } = partOf(document, 'commitments');
  const entry = { ...commitmentState(document, commitment), ...change };
  return changePart(document, 'commitments', { commitments: withEntry(commitments, commitment, entry, UNTOUCHED) });
}
