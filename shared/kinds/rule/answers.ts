import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { ruleAnswerSchema } from './schema.ts';

export type RuleAnswer = DeepReadonly<z.output<typeof ruleAnswerSchema>>;
export type Answer = NonNullable<RuleAnswer['answer']>;

const NO_ANSWER: RuleAnswer = ruleAnswerSchema.parse({});

/** The answer to a question of the rule; an untouched one when there is none yet. */
export function ruleAnswer(review: ReviewDocument, question: string): RuleAnswer {
  return review.rule.answers[question] ?? NO_ANSWER;
}
