import * as z from 'zod';

export const reviewId = z.uuid();
export const instant = z.iso.datetime();

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

export const imported = z.strictObject({ kind: z.literal('imported'), id: reviewId, title: z.string() });
