import { isBlank } from '#shared/fields.ts';
import { type ReviewDocument, strategyAnswer } from '#shared/review.ts';
import type { SectionOf } from '#shared/template.ts';
import { needed, type OpenPoint } from './open-point.ts';

/** Rules of a good migration may stay unticked: they are advice for the plan, not a gate. */
export function strategyPoints(review: ReviewDocument, section: SectionOf<'strategy'>): readonly OpenPoint[] {
  const chosen = section.strategies.some((strategy) => strategy.id === review.strategy.chosen);
  return [
    ...section.questions.flatMap((question) =>
      needed(
        strategyAnswer(review, question.id).answer === null,
        'strategy',
        [question.id],
        `Answer “${question.name}”`,
      ),
    ),
    ...needed(!chosen, 'strategy', ['chosen'], 'Choose a strategy'),
    ...needed(chosen && isBlank(review.strategy.reason), 'strategy', ['reason'], 'Say why this strategy'),
  ];
}
