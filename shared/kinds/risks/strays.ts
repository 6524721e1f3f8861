import type { ReviewDocument } from '#shared/review/review.ts';
import { idList, type StrayAnswer, strayKeys } from '#shared/review/stray-answer.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import { skipRiskId } from './risks.ts';

/** What the review says about items that the section of a template does not have. */
export function riskStrays(
  { risks }: ReviewDocument,
  section: SectionOf<'risks'> | undefined,
  template: Template,
): readonly StrayAnswer[] {
  const stages = idList(sectionOf(template, 'path')?.stages);
  const known = [...idList(section?.risks), ...stages.map(skipRiskId), ...idList(risks.own)];
  return strayKeys('risks', 'risks.assessments', risks.assessments, known);
}
