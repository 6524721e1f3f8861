import type { ReviewDocument } from '#shared/review/review.ts';
import { idList, type StrayAnswer, strayId, strayKeys } from '#shared/review/stray-answer.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';

/** What the review says about items that the section of a template does not have. */
export function evidenceStrays(
  { evidence }: ReviewDocument,
  section: SectionOf<'evidence'> | undefined,
  template: Template,
): readonly StrayAnswer[] {
  const measures = [...idList(section?.measures), ...idList(evidence?.own)];
  const stages = idList(sectionOf(template, 'path')?.stages);
  return [
    ...strayKeys('evidence', 'evidence.measures', evidence?.measures, measures),
    ...strayId('evidence', 'evidence.payback.measure', evidence?.payback?.measure, measures),
    ...strayKeys('evidence', 'evidence.payback.stages', evidence?.payback?.stages, stages),
  ];
}
