import { isBlank } from '#shared/fields.ts';
import { isAnswered } from '#shared/questions.ts';
import { questionAnswer, type ReviewDocument } from '#shared/review.ts';
import type { SectionOf } from '#shared/template.ts';
import { needed, type OpenPoint } from './open-point.ts';

export function questionsPoints(review: ReviewDocument, section: SectionOf<'questions'>): readonly OpenPoint[] {
  return section.groups
    .flatMap((group) => group.questions)
    .flatMap((question) => {
      const answer = questionAnswer(review, question.id);
      const at = [question.id];
      return [
        ...needed(!isAnswered(answer), 'questions', at, `Answer “${question.name}”`),
        ...needed(
          answer.notApplicable && isBlank(answer.reason),
          'questions',
          at,
          `Say why “${question.name}” does not apply`,
        ),
      ];
    });
}
