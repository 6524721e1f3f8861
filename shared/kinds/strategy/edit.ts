import { markNotKnown } from '#shared/kinds/not-known.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type StrategyAnswer, type StrategyRule, strategyAnswer, strategyRule } from './answers.ts';
import { strategyAnswerSchema, strategyRuleSchema } from './schema.ts';

type StrategyPart = ReviewDocument['strategy'];

const NO_ANSWER: StrategyAnswer = strategyAnswerSchema.parse({});
const NO_RULE: StrategyRule = strategyRuleSchema.parse({});

/** Chooses a strategy or writes why it was chosen. */
export function editStrategy(
  document: ReviewDocument,
  change: Partial<Pick<StrategyPart, 'chosen' | 'reason'>>,
): ReviewDocument {
  return { ...document, strategy: { ...document.strategy, ...change } };
}

/** Answers a question about the component, or says how the team knows. */
export function editStrategyAnswer(
  document: ReviewDocument,
  question: string,
  change: Partial<StrategyAnswer>,
): ReviewDocument {
  const { answers: before = {}, ...others } = document.strategy;
  const changed = { ...strategyAnswer(document, question), ...change };
  const entry = changed.answer === 'unsure' ? changed : markNotKnown(changed, null);
  const answers = withEntry(before, question, entry, NO_ANSWER);
  return { ...document, strategy: isEmpty(answers) ? others : { ...others, answers } };
}

/** Ticks a migration rule or writes its note. */
export function editStrategyRule(
  document: ReviewDocument,
  rule: string,
  change: Partial<StrategyRule>,
): ReviewDocument {
  const { rules: before = {}, ...others } = document.strategy;
  const rules = withEntry(before, rule, { ...strategyRule(document, rule), ...change }, NO_RULE);
  return { ...document, strategy: isEmpty(rules) ? others : { ...others, rules } };
}

/** Both lists came after the first release: empty ones are left out, so that older hashes stay true. */
function isEmpty(entries: Readonly<Record<string, object>>): boolean {
  return Object.keys(entries).length === 0;
}
