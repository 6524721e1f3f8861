import { withEntry } from '#shared/review/edit-keyed.ts';
import { changePart } from '#shared/review/edit-part.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type CommitmentState, commitmentState } from './answers.ts';
import { commitmentSchema } from './schema.ts';

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
