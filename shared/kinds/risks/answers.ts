import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { assessmentSchema, type ownRiskSchema } from './schema.ts';

export type Assessment = DeepReadonly<z.output<typeof assessmentSchema>>;
export type OwnRisk = DeepReadonly<z.output<typeof ownRiskSchema>>;
export type RiskResponse = NonNullable<Assessment['response']>;

const NO_ASSESSMENT: Assessment = assessmentSchema.parse({});

/** The assessment of a risk; an untouched one when there is none yet. */
export function assessmentOf(review: ReviewDocument, risk: string): Assessment {
  return review.risks.assessments[risk] ?? NO_ASSESSMENT;
}
