import { stagePlan } from '#shared/kinds/path/answers.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type PathStage, sectionOf, type Template } from '#shared/template/template.ts';
import { changeDecision } from './edit.ts';

/** The one stage that the path plans and that is not over; null where it plans none or several. */
export function plannedStage(review: ReviewDocument, template: Template): PathStage | null {
  const planned = (sectionOf(template, 'path')?.stages ?? []).filter(({ id }) => {
    const { state } = stagePlan(review, id);
    return state === 'planned' || state === 'in-progress';
  });
  return planned.length === 1 ? (planned[0] ?? null) : null;
}

/**
 * Makes a choice, or takes it back (null). One that names a stage of the path is for the only one that is planned,
 * unless another was named; one that names none drops what is offered again with the next.
 */
export function chooseDecision(document: ReviewDocument, template: Template, choice: string | null): ReviewDocument {
  const { stage } = document.decision;
  const offered = plannedStage(document, template)?.id ?? null;
  const choices = sectionOf(template, 'decision')?.choices ?? [];
  const needsStage = choices.find(({ id }) => id === choice)?.needsStage === true;
  if (needsStage) return changeDecision(document, { choice, stage: stage ?? offered });
  return changeDecision(document, { choice, stage: stage === offered ? null : stage });
}
