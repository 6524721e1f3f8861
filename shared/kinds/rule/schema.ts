import * as z from 'zod';
import { keyed, lineSchema, list, textSchema } from '#shared/base/fields.ts';
import { dissentSchema, evidenceSchema, notKnownSchema, text } from '#shared/kinds/parts.ts';
import { item, items, section } from '#shared/template/item.ts';

export const ruleSection = z.strictObject({
  kind: z.literal('rule').describe('Questions, and the outcome that follows from their answers.'),
  ...section,
  questions: items(
    z.strictObject({
      ...item,
      question: lineSchema.min(1).describe('The full wording, answered with yes, no or not sure.'),
      evidenceHint: textSchema.default('').describe('What would count as evidence.'),
    }),
  )
    .max(12)
    .describe('Questions answered with yes, no or not sure.'),
  outcomes: items(
    z.strictObject({
      ...item,
      when: lineSchema
        .nullable()
        .default(null)
        .describe(
          'Condition over question ids with &&, ||, !, parentheses and atLeast(n, id, …). The first outcome that holds wins; null always holds and belongs last.',
        ),
      lean: z.enum(['for', 'open', 'against']).describe('Whether this outcome speaks for the candidate.'),
      prompt: textSchema
        .nullable()
        .default(null)
        .describe('What the team must write down when this is the outcome; null when nothing.'),
    }),
  )
    .max(12)
    .describe('Possible outcomes, the most demanding one first.'),
});

export const ruleAnswerSchema = z.strictObject({
  answer: z.enum(['yes', 'no', 'unsure']).nullable().default(null).describe('The answer; null while there is none.'),
  rationale: text.describe('Why the answer is what it is.'),
  evidence: list(evidenceSchema).describe('What backs the answer; a yes needs at least one entry.'),
  notKnown: notKnownSchema.optional().describe('Who settles an answer that is not sure.'),
  dissent: list(dissentSchema).describe('Who sees it differently.'),
});

export const ruleAnswers = z.strictObject({
  answers: keyed(ruleAnswerSchema).describe('Answers, by the id of the question in the template.'),
  justification: text.describe('What the outcome asks the team to write.'),
});
