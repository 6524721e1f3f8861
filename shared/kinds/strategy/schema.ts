import * as z from 'zod';
import { idSchema, keyedOptional, lineSchema, textSchema } from '#shared/base/fields.ts';
import { notKnownSchema } from '#shared/kinds/parts.ts';
import { item, items, section } from '#shared/template/item.ts';

/** Ways to join new code and old. */
export const strategySection = z.strictObject({
  kind: z.literal('strategy').describe('Ways to join new code and old, of which one is chosen.'),
  ...section,
  questions: z
    .array(
      z.strictObject({
        ...item,
        question: lineSchema.min(1).describe('Answered with yes, no or not sure.'),
        risk: idSchema.optional().describe('Id of the risk that a no raises.'),
      }),
    )
    .max(12)
    .default([])
    .describe('Questions about the component that tell the strategies apart.'),
  strategies: items(
    z.strictObject({
      ...item,
      when: textSchema.min(1).describe('Where it fits.'),
      cost: textSchema.min(1).describe('What it costs.'),
      fits: lineSchema
        .nullable()
        .default(null)
        .describe('Condition over question ids of this section under which it fits; null when they do not tell.'),
      piecewise: z
        .boolean()
        .optional()
        .describe('Whether it goes piece by piece, and so does not go together with replacing everything at once.'),
    }),
  )
    .max(20)
    .describe('Strategies, of which one is chosen.'),
  ordered: z.boolean().optional().describe('Whether the sources recommend the strategies in the order shown.'),
  rules: z.array(z.strictObject(item)).max(30).default([]).describe('Rules of a good migration, as a checklist.'),
});

export const strategyAnswerSchema = z.strictObject({
  answer: z.enum(['yes', 'no', 'unsure']).nullable().default(null).describe('The answer; null while there is none.'),
  note: textSchema.default('').describe('How the team knows.'),
  notKnown: notKnownSchema.optional().describe('Who settles an answer that is not sure.'),
});

export const strategyRuleSchema = z.strictObject({
  kept: z.boolean().default(false).describe('Whether the plan keeps the rule.'),
  note: textSchema.default('').describe('How it is kept, or why not.'),
});

export const strategyAnswers = z.strictObject({
  answers: keyedOptional(strategyAnswerSchema).describe('Answers about the component, by question id.'),
  chosen: idSchema.nullable().default(null).describe('Id of the chosen strategy.'),
  reason: textSchema.default('').describe('Why this one.'),
  rules: keyedOptional(strategyRuleSchema).describe('Rules of a good migration, by their id.'),
});
