import * as z from 'zod';
import { idSchema, keyed, lineSchema, list, textSchema } from '#shared/base/fields.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';
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
  // Both optional, so that the hash of a review made before them stays the same.
  team: lineSchema.min(1).optional().describe('Their team; left out when it is not said.'),
  part: z
    .enum(['facilitator', 'decider', 'contributor', 'observer', 'approver', 'adviser'])
    .optional()
    .describe('What they do in the review; left out when it is not said.'),
});

/** One meeting of a review: an afternoon, or one of several. */
export const sittingSchema = z.strictObject({
  ...row,
  heldOn: date.describe('Day of the sitting, YYYY-MM-DD.'),
  present: z.array(idSchema).max(LIST_LIMIT).default([]).describe('Ids of the participants who were there.'),
});

export const contextAnswers = z.strictObject({
  heldOn: date.describe('Day of the workshop, YYYY-MM-DD.'),
  facilitator: line.describe('Who leads the workshop.'),
  participants: list(participantSchema).describe('Who takes part.'),
  sittings: z
    .array(sittingSchema)
    .min(1)
    .max(LIST_LIMIT)
    .optional()
    .describe('The sittings in which the review is held; left out while nobody noted who was there.'),
  fields: keyed(textSchema).describe('Context fields, by their id in the template.'),
  evidence: list(evidenceSchema).describe('What backs the context.'),
});
