import { isBlank } from '#shared/base/limits.ts';
import { answerBadge } from '#shared/kinds/rule/record.ts';
import type { GivenAnswer } from '#shared/record/given-answer.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { strategyAnswer } from './answers.ts';

/** What was answered, with the reasons, for the register of the record. */
export function strategyGiven(review: ReviewDocument, section: SectionOf<'strategy'>): readonly GivenAnswer[] {
  const chosen = section.strategies.find(({ id }) => id === review.strategy.chosen);
  const answers = section.questions.flatMap(({ id, question }) => {
    const { answer, note } = strategyAnswer(review, id);
    return answer === null ? [] : [{ question, answer: answerBadge(answer), reason: note }];
  });
  const reason = isBlank(review.strategy.reason) ? '' : review.strategy.reason;
  return chosen ? [...answers, { question: 'Strategy', answer: { text: chosen.name }, reason }] : answers;
}
