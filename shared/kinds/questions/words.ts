import type { QuestionStanding } from './questions.ts';

export const QUESTION_STANDING_WORDS: Readonly<Record<QuestionStanding, string>> = {
  none: 'No risk',
  medium: 'Medium risk',
  high: 'High risk',
  unrated: 'No rule applies',
  unanswered: 'Not answered',
  'not-applicable': 'Does not apply',
};
