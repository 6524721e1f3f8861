import * as z from 'zod';
import { dateSchema, idSchema, instantSchema, lineSchema } from '#shared/base/fields.ts';
import { date, line, row, text } from '#shared/kinds/parts.ts';

/** What can be said of something that is followed up. */
export const FOLLOW_UP_STATES = [
  'open',
  'in-progress',
  'done',
  'dropped',
  'kept',
  'not-kept',
  'measured',
  'happened',
  'did-not-happen',
  'cannot-tell',
  'quiet',
  'fired',
  'not-watched',
] as const;

const entrySchema = z.strictObject({
  ...row,
  on: z
    .string()
    .regex(/^[a-z]+(?:\/[a-z0-9][a-z0-9-]{0,63}){0,2}$/, 'use the key of something that the review says is to be done')
    .describe('Key of what it is about, as in an export of issues: “action/…/…”, “stage/…”, “tripwire/…”.'),
  at: instantSchema.describe('When it was noted, in UTC.'),
  by: lineSchema.min(1).describe('Who noted it.'),
  state: z.enum(FOLLOW_UP_STATES).optional().describe('How it stands since then.'),
  owner: lineSchema.optional().describe('Who sees to it since then.'),
  due: dateSchema.nullable().optional().describe('By when since then, YYYY-MM-DD.'),
  value: z.number().optional().describe('The value that was measured.'),
  note: text.describe('How that is known.'),
});

/** What became of a decision, one entry for each thing that somebody noted. Entries are only ever added. */
export const followUpSchema = z.array(entrySchema).min(1).max(5000).optional();

const statementSchema = z.strictObject({
  ...row,
  text: text.describe('What can be checked on that day.'),
  on: date.describe('When it can be checked, YYYY-MM-DD.'),
});

const givenSchema = z.strictObject({
  by: idSchema.describe('Id of the approver; “team” for the team as one.'),
  name: line.describe('Whose chances these are, by name.'),
  at: instantSchema.describe('When they were given, in UTC.'),
  chances: z
    .record(idSchema, z.int().min(0).max(100))
    .describe('How likely each statement comes true, in percent, by its id.'),
});

/** What is expected of a decision, to be checked later. Chances stand here only once everybody has given theirs. */
export const predictionsSchema = z
  .strictObject({
    by: z.enum(['each', 'team']).default('each').describe('Whether each approver gives chances, or the team as one.'),
    statements: z.array(statementSchema).max(5).describe('Up to five statements.'),
    given: z.array(givenSchema).max(100).default([]).describe('Chances, once all are there.'),
  })
  .optional();

const tripwireSchema = z.strictObject({
  ...row,
  sign: text.describe('What would show that the decision has to be looked at again.'),
  threshold: line.describe('From which value on.'),
  where: line.describe('Where to look.'),
  owner: line.describe('Who looks.'),
  due: date.describe('When to look next, YYYY-MM-DD.'),
});

/** Most signs that one review watches. */
export const MOST_TRIPWIRES = 50;

/** Signs that reopen the question. */
export const tripwiresSchema = z.array(tripwireSchema).min(1).max(MOST_TRIPWIRES).optional();

/** How a review is filed; nothing that anybody signs or seals. */
export const filingSchema = z
  .strictObject({
    tags: z.array(lineSchema.min(1)).max(20).default([]).describe('Words to find it by.'),
    archivedAt: instantSchema.optional().describe('When it was put into the archive, in UTC.'),
  })
  .optional();

export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];
export { entrySchema, givenSchema, statementSchema, tripwireSchema };
