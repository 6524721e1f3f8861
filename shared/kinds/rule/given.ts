import type { GivenAnswer } from '#shared/record/given-answer.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { ruleAnswer } from './answers.ts';
import { answerBadge } from './record.ts';

/** What was answered, with the reasons, for the register of the record. */
export function ruleGiven(review: ReviewDocument, section: SectionOf<'rule'>): readonly GivenAnswer[] {
  return section.questions.flatMap(({ id, name }) => {
    const { answer, rationale } = ruleAnswer(review, id);
    return answer === null ? [] : [{ question: name, answer: answerBadge(answer), reason: rationale }];
  });
}
