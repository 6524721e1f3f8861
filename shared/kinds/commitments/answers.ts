import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { commitmentSchema } from './schema.ts';

export type CommitmentState = DeepReadonly<z.output<typeof commitmentSchema>>;

const NO_COMMITMENT: CommitmentState = commitmentSchema.parse({});

export function commitmentState(review: ReviewDocument, commitment: string): CommitmentState {
  return review.commitments?.commitments[commitment] ?? NO_COMMITMENT;
}
