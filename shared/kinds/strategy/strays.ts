import type { ReviewDocument } from '#shared/review/review.ts';
import { idList, type StrayAnswer, strayId, strayKeys } from '#shared/review/stray-answer.ts';
import type { SectionOf } from '#shared/template/template.ts';

/** What the review says about items that the section of a template does not have. */
export function strategyStrays(
  { strategy }: ReviewDocument,
  section: SectionOf<'strategy'> | undefined,
): readonly StrayAnswer[] {
  return [
    ...strayKeys('strategy', 'strategy.answers', strategy.answers, idList(section?.questions)),
    ...strayId('strategy', 'strategy.chosen', strategy.chosen, idList(section?.strategies)),
    ...strayKeys('strategy', 'strategy.rules', strategy.rules, idList(section?.rules)),
  ];
}
