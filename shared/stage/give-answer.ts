import { assertNever } from '#shared/base/assert-never.ts';
import { changeDecision } from '#shared/kinds/decision/edit.ts';
import { editCell, setProjectKind } from '#shared/kinds/options/edit.ts';
import { assessmentOf } from '#shared/kinds/risks/answers.ts';
import { changeAssessment } from '#shared/kinds/risks/edit.ts';
import type { Answer } from '#shared/kinds/rule/answers.ts';
import { editAnswer } from '#shared/kinds/rule/edit.ts';
import { ANSWER_WORDS } from '#shared/kinds/rule/words.ts';
import { editSignal } from '#shared/kinds/screening/edit.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type JudgementPlace, stepOf } from './judgement.ts';

/**
 * The review with the team's answer at a place.
 * @param value one of the judgement's choices; null takes the answer back
 */
export function giveAnswer(review: ReviewDocument, place: JudgementPlace, value: string | null): ReviewDocument {
  switch (place.kind) {
    case 'question':
      return editAnswer(review, place.question, { answer: isAnswer(value) ? value : null });
    case 'signal':
      return editSignal(review, place.signal, { present: value === 'yes' });
    case 'project-kind':
      return setProjectKind(review, value);
    case 'score':
      return editCell(review, place.criterion, place.candidate, { score: stepOf(value) });
    case 'rating': {
      // Rating a risk says that it applies.
      const isUndecided = assessmentOf(review, place.risk).applicable === null;
      return changeAssessment(review, place.risk, {
        [place.field]: stepOf(value),
        ...(value !== null && isUndecided && { applicable: true }),
      });
    }
    case 'decision':
      return changeDecision(review, { choice: value });
    default:
      return assertNever(place);
  }
}

function isAnswer(value: string | null): value is Answer {
  return value !== null && Object.hasOwn(ANSWER_WORDS, value);
}
