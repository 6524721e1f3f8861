import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { designSchema, measureSchema } from './schema.ts';

export type Measure = DeepReadonly<z.output<typeof measureSchema>>;

export type Design = DeepReadonly<z.output<typeof designSchema>>;

export const NO_DESIGN: Design = designSchema.parse({});
const NO_MEASURE: Measure = measureSchema.parse({});

export function measureOf(review: ReviewDocument, measure: string): Measure {
  return review.evidence?.measures[measure] ?? NO_MEASURE;
}
