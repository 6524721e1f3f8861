import type { ReviewDocument } from '#shared/review/review.ts';
import { idList, type StrayAnswer, strayKeys } from '#shared/review/stray-answer.ts';
import type { SectionOf } from '#shared/template/template.ts';

/** What the review says about items that the section of a template does not have. */
export function evidenceStrays(
  { evidence }: ReviewDocument,
  section: SectionOf<'evidence'> | undefined,
): readonly StrayAnswer[] {
  const measures = [...idList(section?.measures), ...idList(evidence?.own)];
  return strayKeys('evidence', 'evidence.measures', evidence?.measures, measures);
}
