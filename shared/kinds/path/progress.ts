import { isBlank } from '#shared/base/limits.ts';
import { chosenDecision } from '#shared/kinds/decision/decision.ts';
import { needed, type OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { PathStage, SectionOf, Template } from '#shared/template/template.ts';
import { criterionOf, stagePlan } from './answers.ts';
import { skippedStages } from './path.ts';

export function pathPoints(review: ReviewDocument, path: SectionOf<'path'>, template: Template): readonly OpenPoint[] {
  const later = laterStages(review, path, template);
  const allSkipped = skippedStages(review, path).length === path.stages.length;
  return [
    ...needed(
      path.wholesale !== null && review.path.wholesale && isBlank(review.path.wholesaleReason),
      'path',
      ['wholesale'],
      'Say why everything is replaced at once',
    ),
    ...needed(allSkipped, 'path', ['stages'], 'Keep at least one stage'),
    ...path.stages.flatMap((stage) => {
      const plan = stagePlan(review, stage.id);
      const at = [stage.id];
      if (plan.state === 'skipped') {
        return needed(isBlank(plan.skipReason), 'path', at, `Say why “${stage.name}” is skipped`);
      }
      if (plan.state === 'open') return needed(!later.includes(stage), 'path', at, `Plan or skip “${stage.name}”`);
      const unmet = stage.exitCriteria.filter((criterion) => !criterionOf(plan, criterion.id).met);
      return [
        ...needed(isBlank(plan.workItem), 'path', at, `Name the work item of “${stage.name}”`),
        ...needed(isBlank(plan.owner), 'path', at, `Name the owner of “${stage.name}”`),
        ...needed(
          plan.state === 'done' && unmet.length > 0,
          'path',
          at,
          `“${stage.name}” is marked done with ${unmet.length} of its exit criteria unmet`,
        ),
      ];
    }),
  ];
}

/** Stages behind the one that the decision is for: a yes to one step does not need the plan of the next. */
function laterStages(review: ReviewDocument, { stages }: SectionOf<'path'>, template: Template): readonly PathStage[] {
  // Whoever replaces everything at once takes no steps.
  if (review.path.wholesale || !chosenDecision(review, template)?.needsStage) return [];
  const decided = stages.findIndex(({ id }) => id === review.decision.stage);
  return decided === -1 ? [] : stages.slice(decided + 1);
}
