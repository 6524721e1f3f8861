import { isBlank } from '#shared/base/limits.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type PathStage, type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import { type StagePlan, stagePlan } from './answers.ts';

/** A fault of the plan that has to be seen by everybody who reads it; the source `borrow-checker` warns of these. */
export interface PathWarning {
  readonly kind: 'wholesale' | 'late-start' | 'skipped' | 'nothing-left';
  readonly stage: PathStage | null;
  readonly text: string;
  /** The reason the team gave; empty while it owes one. */
  readonly reason: string;
}

/** The first stage that is not skipped; null when all are. */
function startStage(review: ReviewDocument, path: SectionOf<'path'>): PathStage | null {
  return path.stages.find((stage) => stagePlan(review, stage.id).state !== 'skipped') ?? null;
}

/** Stages the plan leaves out. */
export function skippedStages(review: ReviewDocument, path: SectionOf<'path'>): readonly PathStage[] {
  return path.stages.filter((stage) => stagePlan(review, stage.id).state === 'skipped');
}

/** Everything about the plan that departs from going stage by stage. */
export function pathWarnings(review: ReviewDocument, template: Template): readonly PathWarning[] {
  const path = sectionOf(template, 'path');
  if (!path) return [];
  const warnings: PathWarning[] = [];
  if (review.path.wholesale && path.wholesale) {
    warnings.push({
      kind: 'wholesale',
      stage: null,
      text: path.wholesale.warning,
      reason: review.path.wholesaleReason,
    });
  }
  const start = startStage(review, path);
  if (!start) {
    warnings.push({
      kind: 'nothing-left',
      stage: null,
      text: 'Every stage is skipped, so nothing is planned.',
      reason: '',
    });
  } else if (start.startWarning && start !== path.stages[0]) {
    const reasons = skippedStages(review, path).map((stage) => stagePlan(review, stage.id).skipReason);
    warnings.push({
      kind: 'late-start',
      stage: start,
      text: start.startWarning,
      reason: reasons.find((reason) => !isBlank(reason)) ?? '',
    });
  }
  for (const stage of skippedStages(review, path)) {
    warnings.push({
      kind: 'skipped',
      stage,
      text: `“${stage.name}” is skipped.`,
      reason: stagePlan(review, stage.id).skipReason,
    });
  }
  return warnings;
}

/** How many exit criteria of a stage are met, of how many. */
export function exitCriteriaMet(plan: StagePlan, stage: PathStage): { readonly met: number; readonly of: number } {
  const met = stage.exitCriteria.filter((criterion) => plan.criteria[criterion.id]?.met).length;
  return { met, of: stage.exitCriteria.length };
}

/** Whether nobody has planned anything: a stage that is open is one that nobody has planned. */
export function isUnplannedPath({ path }: ReviewDocument): boolean {
  const stages = Object.values(path.stages).map((plan) => (plan.state === 'open' ? { ...plan, state: '' } : plan));
  return holdsNothing({ ...path, stages });
}
