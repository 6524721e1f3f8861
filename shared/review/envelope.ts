import * as z from 'zod';
import { instantSchema, sha256Schema } from '#shared/base/fields.ts';

/** Name that marks a file as a Groundwork review. */
export const REVIEW_FORMAT = 'groundwork-review';
/** Version of the file's form that this program writes; it reads earlier ones too. 2: with `stampSha256`. */
export const SCHEMA_VERSION = 2;
/** Deepest nesting a file may have; a review needs about ten levels. */
export const FILE_DEPTH_LIMIT = 32;

/**
 * The file around a review. `sha256` is taken over the canonical JSON of `document`, so the file's
 * layout does not matter, and `stampSha256` over what stands beside it. Files written by hand may leave out everything but `format`,
 * `schemaVersion` and `document`. An exported file carries its template along.
 */
export const envelopeSchema = z.strictObject({
  format: z.literal(REVIEW_FORMAT).describe('Marks the file as a review.'),
  schemaVersion: z.int().min(1).describe('Version of the file format.'),
  revision: z.int().min(0).default(0).describe('How often the review has been saved.'),
  savedAt: instantSchema.nullable().default(null).describe('When it was last saved, in UTC.'),
  sha256: sha256Schema.nullable().default(null).describe('SHA-256 of the canonical JSON of the document.'),
  stampSha256: sha256Schema
    .nullable()
    .default(null)
    .describe('SHA-256 of the canonical JSON of an object with `revision`, `savedAt` and `sha256`.'),
  document: z.unknown().describe('The review itself.'),
  template: z.unknown().optional().describe('The template that the review was made from.'),
});

export type Envelope = Readonly<z.output<typeof envelopeSchema>>;
