import { isBlank } from '#shared/base/limits.ts';
import { needed, type OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { questionAnswer } from './answers.ts';
import { isAnswered } from './questions.ts';

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
