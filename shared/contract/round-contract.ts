import * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { lineSchema } from '#shared/base/fields.ts';
import { ballotSchema, roundSchema, VOTERS_LIMIT } from '#shared/rounds/schema.ts';
import { failureSchema, instant, reviewId } from './contract-parts.ts';

/** A round under way: who is asked and who has voted. What they voted is in no answer but the reveal's. */
const openRound = z.strictObject({
  id: z.uuid(),
  subject: z.string(),
  question: z.string(),
  openedAt: instant,
  present: z.array(z.string()),
  voted: z.array(z.string()),
  /** Revealed, and not in the saved review yet: the window ended in between, so it has to be asked for again. */
  isRevealed: z.boolean(),
});

export type OpenRound = DeepReadonly<z.output<typeof openRound>>;

const round = z.uuid();
const underWay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('round'), round: openRound }),
  failureSchema,
]);

/** The calls of rounds in which people vote one after the other at the keyboard. */
export const roundCalls = {
  'round.now': {
    input: z.strictObject({ review: reviewId }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('now'), round: openRound.nullable() }),
      failureSchema,
    ]),
  },
  'round.open': {
    input: z.strictObject({
      review: reviewId,
      subject: lineSchema.min(1),
      question: lineSchema,
      present: z.array(lineSchema.min(1)).min(1).max(VOTERS_LIMIT),
    }),
    output: underWay,
  },
  /** Answered when the ballot lies sealed on the disk. */
  'round.vote': {
    input: z.strictObject({ review: reviewId, round, ballot: ballotSchema }),
    output: underWay,
  },
  'round.reveal': {
    /** `because`: why it is closed although somebody has not voted; empty otherwise. */
    input: z.strictObject({ review: reviewId, round, because: lineSchema }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('revealed'), round: roundSchema }),
      failureSchema,
    ]),
  },
  'round.discard': {
    input: z.strictObject({ review: reviewId, round }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('discarded') }), failureSchema]),
  },
} as const;
