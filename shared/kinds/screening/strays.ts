import type { ReviewDocument } from '#shared/review/review.ts';
import { idList, type StrayAnswer, strayId, strayKeys } from '#shared/review/stray-answer.ts';
import type { SectionOf } from '#shared/template/template.ts';

/** What the review says about items that the section of a template does not have. */
export function screeningStrays(
  { screening }: ReviewDocument,
  section: SectionOf<'screening'> | undefined,
): readonly StrayAnswer[] {
  const signals = [...idList(section?.fit), ...idList(section?.misfit)];
  return [
    ...strayKeys('screening', 'screening.signals', screening?.signals, signals),
    ...strayId('screening', 'screening.motivation', screening?.motivation, idList(section?.motivations)),
  ];
}
