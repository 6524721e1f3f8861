import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { auditAnswers, type dependencySchema, toolSchema } from '#shared/kinds/audit/schema.ts';
import { evidenceAnswers, measureSchema } from '#shared/kinds/evidence/schema.ts';
import { cellSchema, optionsAnswers } from '#shared/kinds/options/schema.ts';
import { questionAnswerSchema, questionsAnswers } from '#shared/kinds/questions/schema.ts';
import { screeningAnswers, signalSchema } from '#shared/kinds/screening/schema.ts';
import { strategyAnswerSchema, strategyRuleSchema } from '#shared/kinds/strategy/schema.ts';
import { commitmentSchema, commitmentsAnswers, topicSchema, trainingAnswers } from '#shared/kinds/training/schema.ts';
import type { ReviewDocument } from './review.ts';

export type Signal = DeepReadonly<z.output<typeof signalSchema>>;
export type OptionCell = DeepReadonly<z.output<typeof cellSchema>>;
export type Measure = DeepReadonly<z.output<typeof measureSchema>>;
export type Dependency = DeepReadonly<z.output<typeof dependencySchema>>;
export type QuestionAnswer = DeepReadonly<z.output<typeof questionAnswerSchema>>;
export type Improvement = Part<'questions'>['actions'][number];
export type StrategyAnswer = DeepReadonly<z.output<typeof strategyAnswerSchema>>;
export type StrategyRule = DeepReadonly<z.output<typeof strategyRuleSchema>>;
export type ToolState = DeepReadonly<z.output<typeof toolSchema>>;
export type TopicState = DeepReadonly<z.output<typeof topicSchema>>;
export type CommitmentState = DeepReadonly<z.output<typeof commitmentSchema>>;

const NO_SIGNAL: Signal = signalSchema.parse({});
const NO_CELL: OptionCell = cellSchema.parse({});
const NO_MEASURE: Measure = measureSchema.parse({});
const NO_QUESTION_ANSWER: QuestionAnswer = questionAnswerSchema.parse({});
const NO_STRATEGY_ANSWER: StrategyAnswer = strategyAnswerSchema.parse({});
const NO_STRATEGY_RULE: StrategyRule = strategyRuleSchema.parse({});
const NO_TOOL: ToolState = toolSchema.parse({});
const NO_TOPIC: TopicState = topicSchema.parse({});
const NO_COMMITMENT: CommitmentState = commitmentSchema.parse({});

const NOTHING = {
  screening: screeningAnswers.parse({}),
  questions: questionsAnswers.parse({}),
  options: optionsAnswers.parse({}),
  evidence: evidenceAnswers.parse({}),
  audit: auditAnswers.parse({}),
  training: trainingAnswers.parse({}),
  commitments: commitmentsAnswers.parse({}),
} as const satisfies Partial<ReviewDocument>;

/** Parts of a review that are absent until somebody fills them in, so that older hashes stay true. */
export type OptionalPart = keyof typeof NOTHING;
export type Part<Name extends OptionalPart> = NonNullable<ReviewDocument[Name]>;

/** One of the optional parts of a review; an untouched one when it is absent. */
export function partOf<Name extends OptionalPart>(review: ReviewDocument, name: Name): Part<Name> {
  return (review[name] ?? NOTHING[name]) as Part<Name>;
}

// One entry of a keyed part each; an untouched one when there is none yet.

export function signalOf(review: ReviewDocument, signal: string): Signal {
  return review.screening?.signals[signal] ?? NO_SIGNAL;
}

export function optionCell(review: ReviewDocument, criterion: string, candidate: string): OptionCell {
  return review.options?.cells[criterion]?.[candidate] ?? NO_CELL;
}

export function measureOf(review: ReviewDocument, measure: string): Measure {
  return review.evidence?.measures[measure] ?? NO_MEASURE;
}

export function questionAnswer(review: ReviewDocument, question: string): QuestionAnswer {
  return review.questions?.answers[question] ?? NO_QUESTION_ANSWER;
}

export function strategyAnswer(review: ReviewDocument, question: string): StrategyAnswer {
  return review.strategy.answers?.[question] ?? NO_STRATEGY_ANSWER;
}

export function strategyRule(review: ReviewDocument, rule: string): StrategyRule {
  return review.strategy.rules?.[rule] ?? NO_STRATEGY_RULE;
}

export function toolState(review: ReviewDocument, tool: string): ToolState {
  return review.audit?.toolchain[tool] ?? NO_TOOL;
}

export function topicState(review: ReviewDocument, topic: string): TopicState {
  return review.training?.topics[topic] ?? NO_TOPIC;
}

export function commitmentState(review: ReviewDocument, commitment: string): CommitmentState {
  return review.commitments?.commitments[commitment] ?? NO_COMMITMENT;
}
