import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { measureSchema } from './schema.ts';

export type Measure = DeepReadonly<z.output<typeof measureSchema>>;

const NO_MEASURE: Measure = measureSchema.parse({});

export function measureOf(review: ReviewDocument, measure: string): Measure {
  return review.evidence?.measures[measure] ?? NO_MEASURE;
}
