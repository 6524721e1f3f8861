import { commitmentSchema } from '#shared/kinds/training.ts';
import { type CommitmentState, commitmentState, partOf, type ReviewDocument } from '#shared/review.ts';
import { withEntry } from './keyed.ts';
import { changePart } from './part.ts';

const UNTOUCHED: CommitmentState = commitmentSchema.parse({});

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
