import type { GivenAnswer } from '#shared/record/given-answer.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { questionAnswer } from './answers.ts';
import { isAnswered } from './questions.ts';

/** What was answered, with the reasons, for the register of the record. */
export function questionsGiven(review: ReviewDocument, section: SectionOf<'questions'>): readonly GivenAnswer[] {
  return section.groups.flatMap((group) => group.questions).flatMap((question) => choiceAnswer(review, question));
}

function choiceAnswer(
  review: ReviewDocument,
  question: SectionOf<'questions'>['groups'][number]['questions'][number],
): readonly GivenAnswer[] {
  const answer = questionAnswer(review, question.id);
  if (!isAnswered(answer)) return [];
  const taken = question.choices.filter(({ id }) => answer.choices.includes(id)).map(({ name }) => name);
  const text = answer.notApplicable ? 'Does not apply' : taken.length === 0 ? 'None of the choices' : taken.join('; ');
  return [{ question: question.name, answer: { text }, reason: answer.reason }];
}
