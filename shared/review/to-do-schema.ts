import * as z from 'zod';
import { dateSchema, idSchema, lineSchema } from '#shared/base/fields.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';

/** Something that came up and that somebody is to see to, wherever in the review that was. */
export const toDoSchema = z.strictObject({
  id: idSchema.describe('Key of the row, unique within its list.'),
  kind: z.enum(['action', 'parked']).default('action').describe('An action, or a question parked for later.'),
  text: lineSchema.default('').describe('What is to be done, or the parked question.'),
  owner: lineSchema.default('').describe('Who does it.'),
  due: dateSchema.nullable().default(null).describe('By when, YYYY-MM-DD.'),
  status: z.enum(['open', 'in-progress', 'done', 'dropped']).default('open').describe('How it stands.'),
  place: lineSchema
    .default('')
    .describe('Where it came up: a section, or a place in it such as `rule.safety`; empty for none.'),
});

export const toDoList = z
  .array(toDoSchema)
  .min(1)
  .max(LIST_LIMIT)
  .optional()
  .describe('What came up and is to be done, beside what single sections hold. Left out while there is nothing.');
