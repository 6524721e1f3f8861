import { markNotKnown } from '#shared/kinds/not-known.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type RuleAnswer, ruleAnswer } from './answers.ts';
import { ruleAnswerSchema } from './schema.ts';

const UNTOUCHED: RuleAnswer = ruleAnswerSchema.parse({});

/** Changes the answer to a question of the rule, or what is said about it. */
export function editAnswer(document: ReviewDocument, question: string, change: Partial<RuleAnswer>): ReviewDocument {
  const changed = { ...ruleAnswer(document, question), ...change };
  const answer = changed.answer === 'unsure' ? changed : markNotKnown(changed, null);
  return {
    ...document,
    rule: { ...document.rule, answers: withEntry(document.rule.answers, question, answer, UNTOUCHED) },
  };
}

/** Writes what the rule's outcome asks the team to put on record. */
export function editJustification(document: ReviewDocument, justification: string): ReviewDocument {
  return { ...document, rule: { ...document.rule, justification } };
}
