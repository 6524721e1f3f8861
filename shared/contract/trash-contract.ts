import * as z from 'zod';
import { reviewSummarySchema } from '#shared/review/summary.ts';
import { failureSchema, none, openedReview, reviewId, unreadableFiles } from './contract-parts.ts';

/** Name of a file in the trash, as its list gives it. */
const trashedFile = z.string().max(100);

/** Calls about what was deleted. */
export const trashCalls = {
  /** What was deleted and can come back. */
  'trash.list': {
    input: none,
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('list'),
        reviews: z.array(z.strictObject({ file: z.string(), summary: reviewSummarySchema })),
        unreadable: unreadableFiles,
      }),
      failureSchema,
    ]),
  },
  /** A review in the trash, to look at. */
  'trash.open': {
    input: z.strictObject({ file: trashedFile }),
    output: z.discriminatedUnion('kind', [openedReview, failureSchema]),
  },
  'trash.restore': {
    input: z.strictObject({ file: trashedFile }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('restored'), id: reviewId }),
      failureSchema,
    ]),
  },
  /** Deletes for good; sealed records and milestones of the review stay. */
  'trash.delete': {
    input: z.strictObject({ file: trashedFile }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('deleted') }), failureSchema]),
  },
} as const;
