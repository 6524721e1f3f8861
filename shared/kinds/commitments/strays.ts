import type { ReviewDocument } from '#shared/review/review.ts';
import { idList, type StrayAnswer, strayKeys } from '#shared/review/stray-answer.ts';
import type { SectionOf } from '#shared/template/template.ts';

/** What the review says about items that the section of a template does not have. */
export function commitmentStrays(
  { commitments }: ReviewDocument,
  section: SectionOf<'commitments'> | undefined,
): readonly StrayAnswer[] {
  const promised = idList(section?.commitments);
  return strayKeys('commitments', 'commitments.commitments', commitments?.commitments, promised);
}
