import * as z from 'zod';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { failureSchema, imported, instant, none, reviewId } from './contract-parts.ts';

/** Name of a file beside the reviews, as the list of copies gives it. */
const copyFile = z.string().max(300);
const side = z.enum(['a', 'b']);

/** A copy of a review that another program or a person put beside it. */
const copyInfo = z.strictObject({
  file: z.string(),
  id: reviewId,
  /** Which program names copies so; empty where the name does not say. */
  program: z.string(),
  /** Who or which computer it comes from; empty where the name does not say. */
  by: z.string(),
  /** When the version in it was saved; null where it cannot be read, and for what stands far down the list. */
  savedAt: instant.nullable(),
});

const conflict = z.strictObject({
  key: z.string(),
  /** Kind of the section; `review` for what is in none. */
  section: z.string(),
  title: z.string(),
  where: z.array(z.string()),
  lines: z.array(
    z.strictObject({ where: z.array(z.string()), before: z.string().nullable(), a: z.string(), b: z.string() }),
  ),
  /** Whose value stands in the result while nobody chose. */
  kept: side,
});

/** Calls about two versions of one review. */
export const mergeCalls = {
  /** Copies of reviews in the data folder, all of them. */
  'copy.list': {
    input: none,
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('list'), copies: z.array(copyInfo) }),
      failureSchema,
    ]),
  },
  /** Makes a copy a review of its own; its file goes to the trash. */
  'copy.keep': {
    input: z.strictObject({ file: copyFile }),
    output: z.discriminatedUnion('kind', [imported, failureSchema]),
  },
  /** Moves the file of a copy to the trash. */
  'copy.clear': {
    input: z.strictObject({ file: copyFile }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('cleared') }), failureSchema]),
  },
  /** Merges another version into a document, without storing anything. */
  'merge.look': {
    input: z.strictObject({
      document: reviewDocumentSchema,
      /** `disk`: what the review's file holds now; `base`: what the document was made from, null where that is not known. `review`: another one of the list. */
      other: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('copy'), file: copyFile }),
        z.strictObject({ kind: z.literal('review'), id: reviewId }),
        z.strictObject({ kind: z.literal('disk'), base: reviewDocumentSchema.nullable() }),
      ]),
      /** Sides that were chosen, by the key of the conflict: `a` is the document, `b` the other version. */
      choices: z.record(z.string(), side),
    }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('merge'),
        document: reviewDocumentSchema,
        conflicts: z.array(conflict),
        /** The other version as it was saved. */
        other: z.strictObject({
          title: z.string(),
          revision: z.int(),
          savedAt: instant,
          program: z.string(),
          by: z.string(),
        }),
        /** Whether it is known what both may have started from; where not, every difference is a conflict. */
        isStartKnown: z.boolean(),
      }),
      failureSchema,
    ]),
  },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;
