import * as z from 'zod';
import { instantSchema, sha256Schema } from '#shared/base/fields.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { templateSchema } from '#shared/template/schema.ts';

/** The input of a call that needs none. */
export const none = z.strictObject({});
export const reviewId = z.uuid();
export const instant = instantSchema;

/** A file of at most `limit` bytes, in Base64. */
export function fileBytes(limit: number) {
  return z.base64().max(Math.ceil(limit / 3) * 4);
}

/** Typed by a person; neither stored nor logged. */
export const passphrase = z.string().max(1024);

/** A failure that a person can act on: what happened and what to do, ready to show. */
export const failureSchema = z.strictObject({
  kind: z.literal('failed'),
  code: z.enum([
    'not-found',
    'disk-full',
    'read-only',
    'name-taken',
    'folder-missing',
    'damaged',
    'newer-format',
    'invalid',
    /** The review is signed, so its content stays as it is. */
    'sealed',
    'too-large',
    'unsupported',
    'io',
  ]),
  message: z.string(),
  /** Single findings, for example one per faulty field of an imported file. */
  details: z.array(z.string()).default([]),
});

/** The file on disk is not the one the change was made to; nothing was written. */
export const stale = z.strictObject({ kind: z.literal('stale'), revision: z.int(), savedAt: instant });

/** The person cancelled; nothing was changed. */
export const cancelled = z.strictObject({ kind: z.literal('cancelled') });

export const imported = z.strictObject({
  kind: z.literal('imported'),
  id: reviewId,
  title: z.string(),
  /** Id of another version of the review that is here, beside which this one was stored. */
  beside: reviewId.optional(),
});

/** How what was brought in stands to what was here: `here`, all of it was, so nothing was stored; `beside`, under another id, as its own is taken. */
export const standing = z.enum(['new', 'here', 'beside']);

/** What was written. */
export const exported = z.strictObject({
  kind: z.literal('exported'),
  path: z.string(),
  /** What a person should know of it, one readable line each. */
  findings: z.array(z.string()),
});

/** A stored review with what is needed to work on it. */
export const openedReview = z.strictObject({
  kind: z.literal('opened'),
  document: reviewDocumentSchema,
  template: templateSchema,
  revision: z.int(),
  savedAt: instant,
  /** SHA-256 of the document's `signedContent`. */
  contentSha256: sha256Schema,
});

/** A change that is on disk now, as this revision. */
export const saved = z.strictObject({
  kind: z.literal('saved'),
  revision: z.int(),
  savedAt: instant,
  contentSha256: sha256Schema,
});

/** Files that could not be read, with a readable reason each; they are left as they are. */
export const unreadableFiles = z.array(z.strictObject({ file: z.string(), reason: z.string() }));
