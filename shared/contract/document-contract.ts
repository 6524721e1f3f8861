import * as z from 'zod';
import { RECORD_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { failureSchema, fileBytes, none, reviewId } from './contract-parts.ts';

/** The calls about reviews as documents of the person’s system: what it asks to be shown, what was opened last, where files lie. */
export const documentCalls = {
  /** The next thing that the system, or a second start of the program, asks this window to show. */
  'arrival.take': {
    input: none,
    output: z.discriminatedUnion('kind', [
      /** Nothing waits. */
      z.strictObject({ kind: z.literal('none') }),
      /** A review of the data folder. */
      z.strictObject({ kind: z.literal('review'), id: reviewId }),
      /** A file from elsewhere: a review or a record. */
      z.strictObject({ kind: z.literal('file'), name: z.string(), bytes: fileBytes(RECORD_SIZE_LIMIT) }),
      /** A backup; `file` is what the calls on backups take. */
      z.strictObject({ kind: z.literal('backup'), name: z.string(), file: z.string() }),
      failureSchema,
    ]),
  },
  /** The reviews that were opened last, the latest first. */
  'review.recent': {
    input: none,
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('recent'),
        reviews: z.array(z.strictObject({ id: reviewId, title: z.string() })),
      }),
      failureSchema,
    ]),
  },
  /** Shows the file of a review in the file manager. */
  'review.reveal': {
    input: z.strictObject({ id: reviewId }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('revealed') }), failureSchema]),
  },
} as const;
