import { isBlank } from '#shared/base/limits.ts';
import { needed, type OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { strategyAnswer } from './answers.ts';

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
