import * as z from 'zod';
import { idSchema, keyed, lineSchema, textSchema } from '#shared/base/fields.ts';
import { item, items, section } from '#shared/template/item.ts';
import { starterFile } from './starter-schema.ts';

const line = lineSchema.default('');
const text = textSchema.default('');

/** What the team signs up to. */
export const commitmentsSection = z.strictObject({
  kind: z.literal('commitments').describe('What the team commits itself to.'),
  ...section,
  commitments: items(
    z.strictObject({
      ...item,
      risk: idSchema.nullable().default(null).describe('Id of the risk it answers to; null for none.'),
    }),
  )
    .max(60)
    .describe('Commitments, each with the risk it answers to.'),
  starter: z
    .array(starterFile)
    .max(40)
    .optional()
    .describe('Files that follow from the commitments, for the repository of the component.'),
});

export const commitmentSchema = z.strictObject({
  made: z.boolean().nullable().default(null).describe('Whether the team commits itself; null while open.'),
  owner: line.describe('Who sees to it.'),
  note: text.describe('How it is kept, or why not.'),
});

export const commitmentsAnswers = z.strictObject({
  commitments: keyed(commitmentSchema).describe('Commitments, by their id.'),
});
