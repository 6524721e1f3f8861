import { commitmentSchema } from '#shared/kinds/training/schema.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import { changePart } from '#shared/review/edit-part.ts';
import { type CommitmentState, commitmentState, partOf, type ReviewDocument } from '#shared/review/review.ts';

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
