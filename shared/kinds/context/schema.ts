import * as z from 'zod';
import { keyed, list, textSchema } from '#shared/base/fields.ts';
import { date, evidenceSchema, line, row } from '#shared/kinds/parts.ts';
import { item, section } from '#shared/template/item.ts';

export const contextSection = z.strictObject({
  kind: z.literal('context').describe('What the review is about and who takes part.'),
  ...section,
  fields: z
    .array(
      z.strictObject({
        ...item,
        size: z.enum(['line', 'text']).default('text').describe('One line or several.'),
        required: z.boolean().default(false).describe('Whether an empty field is an open point.'),
      }),
    )
    .max(50)
    .default([])
    .describe('Fields to fill in, beside those that every review has.'),
});

export const participantSchema = z.strictObject({
  ...row,
  name: line.describe('Name of the person.'),
  role: line.describe('Whom they speak for.'),
});

export const contextAnswers = z.strictObject({
  heldOn: date.describe('Day of the workshop, YYYY-MM-DD.'),
  facilitator: line.describe('Who leads the workshop.'),
  participants: list(participantSchema).describe('Who takes part.'),
  fields: keyed(textSchema).describe('Context fields, by their id in the template.'),
  evidence: list(evidenceSchema).describe('What backs the context.'),
});
