import type { ReviewDocument } from '#shared/review/review.ts';
import { idList, type StrayAnswer, strayId } from '#shared/review/stray-answer.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';

/** What the review says about items that the section of a template does not have. */
export function decisionStrays(
  { decision }: ReviewDocument,
  section: SectionOf<'decision'> | undefined,
  template: Template,
): readonly StrayAnswer[] {
  const stages = idList(sectionOf(template, 'path')?.stages);
  return [
    ...strayId('decision', 'decision.choice', decision.choice, idList(section?.choices)),
    ...strayId('decision', 'decision.stage', decision.stage, stages),
    ...strayId('decision', 'decision.untilStage', decision.wayBack?.untilStage ?? null, stages),
  ];
}
