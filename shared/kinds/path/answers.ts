import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { criterionSchema, stagePlanSchema } from './schema.ts';

export type StagePlan = DeepReadonly<z.output<typeof stagePlanSchema>>;
export type Criterion = DeepReadonly<z.output<typeof criterionSchema>>;
export type StageState = StagePlan['state'];

const NO_PLAN: StagePlan = stagePlanSchema.parse({});
const NO_CRITERION: Criterion = criterionSchema.parse({});

/** The plan for a stage of the path; an untouched one when there is none yet. */
export function stagePlan(review: ReviewDocument, stage: string): StagePlan {
  return review.path.stages[stage] ?? NO_PLAN;
}

/** How an exit criterion of a stage stands. */
export function criterionOf(plan: StagePlan, criterion: string): Criterion {
  return plan.criteria[criterion] ?? NO_CRITERION;
}
