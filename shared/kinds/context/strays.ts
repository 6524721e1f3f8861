import type { ReviewDocument } from '#shared/review/review.ts';
import { idList, type StrayAnswer, strayKeys } from '#shared/review/stray-answer.ts';
import type { SectionOf } from '#shared/template/template.ts';

/** What the review says about items that the section of a template does not have. */
export function contextStrays(
  { context }: ReviewDocument,
  section: SectionOf<'context'> | undefined,
): readonly StrayAnswer[] {
  return strayKeys('context', 'context.fields', context.fields, idList(section?.fields));
}
