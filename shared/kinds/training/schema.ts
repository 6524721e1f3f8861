import * as z from 'zod';
import { dateSchema, idSchema, keyed, lineSchema, textSchema } from '#shared/base/fields.ts';
import { item, items, section } from '#shared/template/item.ts';

const line = lineSchema.default('');
const text = textSchema.default('');

/** What the team has to learn, and how long it takes. */
export const trainingSection = z.strictObject({
  kind: z.literal('training').describe('What the team learns, by when, and what to expect.'),
  ...section,
  topics: items(z.strictObject(item)).max(60).describe('Topics in the order they are best learned.'),
  phases: z
    .array(
      z.strictObject({
        ...item,
        fromWeek: z.number().min(0).max(520).describe('Start, in weeks after the first day.'),
        toWeek: z.number().min(0).max(520).describe('End, in weeks after the first day.'),
      }),
    )
    .max(20)
    .default([])
    .describe('What to expect when, in weeks from the start.'),
  protectedTime: z
    .strictObject(item)
    .nullable()
    .default(null)
    .describe('The check that time for learning is set aside; null for none.'),
  protectedTimeRisk: idSchema.nullable().default(null).describe('Id of the risk raised when no time is set aside.'),
});

export const topicSchema = z.strictObject({
  who: line.describe('Who learns it.'),
  due: dateSchema.nullable().default(null).describe('By when, YYYY-MM-DD.'),
  done: z.boolean().default(false).describe('Whether it has been learned.'),
  note: text.describe('What else to know.'),
});

export const trainingAnswers = z.strictObject({
  startOn: dateSchema.nullable().default(null).describe('First day, YYYY-MM-DD.'),
  topics: keyed(topicSchema).describe('Topics, by their id.'),
  protectedTime: z.boolean().nullable().default(null).describe('Whether time is set aside; null while open.'),
  protectedTimeNote: text.describe('How much time, when, and who guards it.'),
});
