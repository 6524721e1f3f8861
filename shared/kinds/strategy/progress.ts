import { isBlank } from '#shared/base/limits.ts';
import { isSettled } from '#shared/kinds/not-known.ts';
import { needed, type OpenPoint, point } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { strategyAnswer } from './answers.ts';

/** Rules of a good migration may stay unticked: they are advice for the plan, not a gate. */
export function strategyPoints(review: ReviewDocument, section: SectionOf<'strategy'>): readonly OpenPoint[] {
  const chosen = section.strategies.some((strategy) => strategy.id === review.strategy.chosen);
  return [
    ...section.questions.flatMap(({ id, name }) => {
      const { answer, notKnown } = strategyAnswer(review, id);
      if (answer === null) return [point('strategy', [id], `Answer “${name}”`)];
      const isOpen = answer === 'unsure' && !isSettled(notKnown);
      return needed(isOpen, 'strategy', [id], `Settle “${name}”: it is still “not sure”`);
    }),
    ...needed(!chosen, 'strategy', ['chosen'], 'Choose a strategy'),
    ...needed(chosen && isBlank(review.strategy.reason), 'strategy', ['reason'], 'Say why this strategy'),
  ];
}
