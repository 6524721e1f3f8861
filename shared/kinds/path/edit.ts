import { isBlank } from '#shared/base/limits.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type Criterion, criterionOf, type StagePlan, stagePlan } from './answers.ts';
import { criterionSchema, stagePlanSchema } from './schema.ts';

const UNTOUCHED_PLAN: StagePlan = stagePlanSchema.parse({});
const UNTOUCHED_CRITERION: Criterion = criterionSchema.parse({});

type Scope = Pick<ReviewDocument['path'], 'wholesale' | 'wholesaleReason'>;

/** Changes whether everything is replaced at once, or the reason for it. */
export function editScope(document: ReviewDocument, change: Partial<Scope>): ReviewDocument {
  return { ...document, path: { ...document.path, ...change } };
}

/**
 * Changes the plan for a stage; one that gets a work item is planned by that. Nothing else is dropped when a stage is
 * skipped, so it can come back.
 */
export function editStage(document: ReviewDocument, stage: string, change: Partial<StagePlan>): ReviewDocument {
  const before = stagePlan(document, stage);
  const isPlanned = before.state === 'open' && !isBlank(change.workItem ?? '');
  const plan = { ...before, ...(isPlanned && { state: 'planned' as const }), ...change };
  return {
    ...document,
    path: { ...document.path, stages: withEntry(document.path.stages, stage, plan, UNTOUCHED_PLAN) },
  };
}

/** Ticks an exit criterion of a stage or writes its note. */
export function editCriterion(
  document: ReviewDocument,
  stage: string,
  criterion: string,
  change: Partial<Criterion>,
): ReviewDocument {
  const plan = stagePlan(document, stage);
  const entry = { ...criterionOf(plan, criterion), ...change };
  return editStage(document, stage, { criteria: withEntry(plan.criteria, criterion, entry, UNTOUCHED_CRITERION) });
}
