import * as z from 'zod';
import { idSchema, keyedOptional, list, textSchema } from '#shared/base/fields.ts';
import { date, dissentSchema, line, row, text } from '#shared/kinds/parts.ts';
import { item, items, section } from '#shared/template/item.ts';

export const decisionSection = z.strictObject({
  kind: z.literal('decision').describe('The choices that a review can end with.'),
  ...section,
  choices: items(
    z.strictObject({
      ...item,
      lean: z.enum(['for', 'open', 'against']).describe('Whether choosing this speaks for the candidate.'),
      needsStage: z.boolean().default(false).describe('Whether a stage of the path has to be named with it.'),
    }),
  )
    .max(12)
    .describe('Choices, of which the decision is one.'),
  wayBack: z
    .boolean()
    .optional()
    .describe('Whether a decision for the candidate says how it can be undone, and how far it reaches.'),
});

export const optionSchema = z.strictObject({
  ...row,
  name: line.describe('Short name of the option.'),
  pros: list(z.strictObject({ ...row, text: line.describe('The point.') })).describe('What speaks for it.'),
  cons: list(z.strictObject({ ...row, text: line.describe('The point.') })).describe('What speaks against it.'),
});

export const consequenceSchema = z.strictObject({
  ...row,
  tone: z.enum(['good', 'neutral', 'bad']).default('good').describe('How the consequence is judged.'),
  text: text.describe('What follows from the decision.'),
});

export const conditionSchema = z.strictObject({
  ...row,
  text: text.describe('What has to hold.'),
  owner: line.describe('Who sees to it.'),
  due: date.describe('By when, YYYY-MM-DD.'),
  met: z.boolean().default(false).describe('Whether it holds.'),
  risk: idSchema.optional().describe('Id of the risk that the condition is about.'),
  action: idSchema.optional().describe('Id of the action of that risk by which the condition comes true.'),
});

/** How a decision can be taken back later. */
export const wayBackSchema = z.strictObject({
  undo: z.enum(['yes', 'at-a-price', 'no']).nullable().default(null).describe('Whether the decision can be undone.'),
  price: line.describe('What going back costs.'),
  untilStage: idSchema.nullable().default(null).describe('Id of the stage until which there is a way back.'),
  until: date.describe('Until when there is a way back, YYYY-MM-DD.'),
  reach: z
    .enum(['component', 'team', 'teams'])
    .nullable()
    .default(null)
    .describe('How far the decision reaches: this component, the whole team, or several teams.'),
  prototype: text.describe('What a prototype showed, or why there was none.'),
  heard: text.describe('Who was heard outside the room.'),
});

export const decisionAnswers = z.strictObject({
  choice: idSchema.nullable().default(null).describe('Id of the choice in the template.'),
  stage: idSchema.nullable().default(null).describe('Id of the stage that the choice is for.'),
  statement: text.describe('The decision in a sentence or two.'),
  contradictionReason: text.describe('Why the decision departs from what the rule or the path says.'),
  departureReasons: keyedOptional(textSchema).describe(
    'Why the review departs from its own answers, by the id of the departure.',
  ),
  wayBack: wayBackSchema.optional().describe('How the decision can be undone, and how far it reaches.'),
  options: list(optionSchema).describe('Options that were considered.'),
  chosenOption: idSchema.nullable().default(null).describe('Id of the option that was taken.'),
  consequences: list(consequenceSchema).describe('What follows from the decision.'),
  conditions: list(conditionSchema).describe('What the decision depends on.'),
  reviewOn: date.describe('When the decision is looked at again, YYYY-MM-DD.'),
  reviewTrigger: text.describe('What makes the team look at it again.'),
  dissent: list(dissentSchema).describe('Who sees the decision differently.'),
});
