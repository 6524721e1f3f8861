import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { strategyAnswerSchema, strategyRuleSchema } from './schema.ts';

export type StrategyAnswer = DeepReadonly<z.output<typeof strategyAnswerSchema>>;
export type StrategyRule = DeepReadonly<z.output<typeof strategyRuleSchema>>;

const NO_STRATEGY_ANSWER: StrategyAnswer = strategyAnswerSchema.parse({});
const NO_STRATEGY_RULE: StrategyRule = strategyRuleSchema.parse({});

export function strategyAnswer(review: ReviewDocument, question: string): StrategyAnswer {
  return review.strategy.answers?.[question] ?? NO_STRATEGY_ANSWER;
}

export function strategyRule(review: ReviewDocument, rule: string): StrategyRule {
  return review.strategy.rules?.[rule] ?? NO_STRATEGY_RULE;
}
