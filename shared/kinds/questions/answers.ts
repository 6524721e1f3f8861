import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { Part } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { questionAnswerSchema } from './schema.ts';

export type QuestionAnswer = DeepReadonly<z.output<typeof questionAnswerSchema>>;
export type Improvement = Part<'questions'>['actions'][number];

const NO_QUESTION_ANSWER: QuestionAnswer = questionAnswerSchema.parse({});

export function questionAnswer(review: ReviewDocument, question: string): QuestionAnswer {
  return review.questions?.answers[question] ?? NO_QUESTION_ANSWER;
}
