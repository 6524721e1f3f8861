import * as z from 'zod';
import { reviewSummarySchema } from '#shared/review/summary.ts';
import { failureSchema, instant, none, openedReview, reviewId, unreadableFiles } from './contract-parts.ts';

/** How many days the trash may keep things; it keeps them for good unless somebody chooses. */
export const TRASH_DAYS = [30, 90, 365] as const;
export const trashDaysSchema = z.literal(TRASH_DAYS);

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
        /** `trashedAt`: since when it lies there, as far as the disk knows. */
        reviews: z.array(z.strictObject({ file: z.string(), summary: reviewSummarySchema, trashedAt: instant })),
        unreadable: unreadableFiles,
        /** After how many days things are deleted for good; null: never. */
        days: trashDaysSchema.nullable(),
        /** What was deleted last because of that. */
        deleted: z.strictObject({ at: instant, titles: z.array(z.string()) }).nullable(),
      }),
      failureSchema,
    ]),
  },
  /** Chooses after how many days in the trash things are deleted for good; null: never. */
  'trash.keepFor': {
    input: z.strictObject({ days: trashDaysSchema.nullable() }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('kept') }), failureSchema]),
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
