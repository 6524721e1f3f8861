import * as z from 'zod';
import { instantSchema, lineSchema, list } from '#shared/base/fields.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import { givenAnswerSchema, line, row, text } from '#shared/kinds/parts.ts';

/** Most people who can vote in one round. */
export const VOTERS_LIMIT = 60;

/** What one person says in a round. */
export const ballotSchema = z.strictObject({
  voter: lineSchema.min(1).describe('Who voted.'),
  answers: z.array(givenAnswerSchema).max(40).default([]).describe('The answers; none in a premortem.'),
  confidence: z.enum(['low', 'medium', 'high']).nullable().default(null).describe('How sure the person is.'),
  reason: text.describe('Why; in a premortem, why it failed, one cause a line.'),
  moved: line.describe('Who moved this person with a reason, in a later round; empty for nobody.'),
});

/** A round of votes that was revealed. An open one is nowhere in a review. */
export const roundSchema = z.strictObject({
  ...row,
  subject: lineSchema.min(1).describe('What was voted on: the place in the review, or premortem.'),
  question: line.describe('What was asked, in the words of that day.'),
  way: z
    .enum(['keyboard', 'at-once', 'hands'])
    .describe(
      'How: one after the other at the keyboard, all at once by name, or by a show of hands, which only counts.',
    ),
  present: z
    .array(lineSchema.min(1).describe('Who was asked.'))
    .max(VOTERS_LIMIT)
    .default([])
    .describe('The people who were asked to vote.'),
  ballots: z.array(ballotSchema).max(VOTERS_LIMIT).default([]).describe('The ballots; none after a show of hands.'),
  counts: list(
    z.strictObject({ ...givenAnswerSchema.shape, count: z.int().min(1).max(1000).describe('How many hands.') }),
  ).describe('The hands counted, by judgement and answer.'),
  openedAt: instantSchema.describe('When the round began, in UTC.'),
  revealedAt: instantSchema.describe('When it was revealed, in UTC.'),
  closedBecause: line.describe('Why it was revealed before everybody had voted; empty when all had.'),
});

/** Absent while nobody voted, so that the hash of a review without votes stays the same. */
export const roundsSchema = z.array(roundSchema).min(1).max(LIST_LIMIT);
