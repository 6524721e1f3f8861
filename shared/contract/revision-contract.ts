import * as z from 'zod';
import { lineSchema, sha256Schema } from '#shared/base/fields.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { failureSchema, imported, instant, reviewId, stale } from './contract-parts.ts';

/** A state of a review that somebody gave a name to, and that later saves leave alone. */
export const milestoneInfoSchema = z.strictObject({
  id: z.uuid(),
  name: lineSchema.min(1),
  keptAt: instant,
  /** Revision of the review that was kept, and when that was saved. */
  revision: z.int(),
  savedAt: instant,
  /** SHA-256 of the document's `signedContent`. */
  contentSha256: sha256Schema,
});

/** Name of a version's file, as it was listed. */
const oneVersion = z.strictObject({ id: reviewId, version: z.string().max(40) });
const oneMilestone = z.strictObject({ id: reviewId, milestone: z.uuid() });

/** The calls about revisions of a signed review, and about states kept on the way to one. */
export const revisionCalls = {
  /** Begins the next revision of a signed review, or gives the one that was begun already. */
  'review.supersede': {
    input: z.strictObject({ id: reviewId, revision: z.int() }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('started'), id: reviewId }),
      stale,
      failureSchema,
    ]),
  },
  'milestone.keep': {
    input: z.strictObject({ id: reviewId, revision: z.int(), name: lineSchema.trim().min(1) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('kept'), milestone: milestoneInfoSchema }),
      stale,
      failureSchema,
    ]),
  },
  'milestone.list': {
    input: z.strictObject({ id: reviewId }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('listed'),
        /** The one kept last first. */
        milestones: z.array(milestoneInfoSchema),
        /** Files that could not be read, with a readable reason each; they are left as they are. */
        unreadable: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
      }),
      failureSchema,
    ]),
  },
  'milestone.open': {
    input: oneMilestone,
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('milestone'), milestone: milestoneInfoSchema, document: reviewDocumentSchema }),
      failureSchema,
    ]),
  },
  /** Brings a milestone back as a review of its own, without signatures. */
  'milestone.restore': {
    input: oneMilestone,
    output: z.discriminatedUnion('kind', [imported, failureSchema]),
  },
  /** Earlier versions of a review as saves replaced them, newest first; fewer the older they are. */
  'version.list': {
    input: z.strictObject({ id: reviewId }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('listed'),
        versions: z.array(z.strictObject({ name: z.string(), replacedAt: instant })),
      }),
      failureSchema,
    ]),
  },
  'version.open': {
    input: oneVersion,
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('version'), document: reviewDocumentSchema, savedAt: instant }),
      failureSchema,
    ]),
  },
  /** Brings an earlier version back as a review of its own, without signatures. */
  'version.restore': {
    input: oneVersion,
    output: z.discriminatedUnion('kind', [imported, failureSchema]),
  },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;
