import * as z from 'zod';
import { idSchema, lineSchema, sha256Schema } from '#shared/base/fields.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { templateSchema } from '#shared/template/schema.ts';
import {
  cancelled,
  exported,
  failureSchema,
  instant,
  none,
  reviewId,
  saved,
  stale,
  unreadableFiles,
} from './contract-parts.ts';
import { exportTarget, paperSchema } from './record-contract.ts';

export const templateInfo = z.strictObject({
  id: idSchema,
  version: z.string(),
  sha256: sha256Schema,
  title: z.string(),
  summary: z.string(),
  candidate: z.string(),
  /** What it takes in a workshop. */
  minutes: z.int(),
});

/** Where a template of the library comes from. */
const templateOrigin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('built-in') }),
  z.strictObject({ kind: z.literal('imported'), file: z.string(), importedAt: instant }),
  /** Not in the library any more, or never was: kept because reviews were made from it. */
  z.strictObject({ kind: z.literal('kept') }),
]);

export const libraryTemplate = z.strictObject({
  ...templateInfo.shape,
  origin: templateOrigin,
  /** Reviews that were made from exactly this version. */
  reviews: z.int(),
  /** Whether it has multiple-choice questions, which can also be exported as a custom lens. */
  hasQuestions: z.boolean(),
});

/** Calls about templates, and about the one that a review has. */
export const templateCalls = {
  'template.list': {
    input: none,
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('list'), templates: z.array(libraryTemplate), unreadable: unreadableFiles }),
      failureSchema,
    ]),
  },
  'template.get': {
    input: z.strictObject({ sha256: sha256Schema }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('template'), template: templateSchema }),
      failureSchema,
    ]),
  },
  /** Reads a file without keeping anything of it. */
  'template.preview': {
    input: z.strictObject({ text: z.string().max(FILE_SIZE_LIMIT) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('preview'),
        /** What the file is: a template, or a custom lens that becomes one. */
        form: z.enum(['template', 'lens']),
        template: templateSchema,
        sha256: sha256Schema,
        /** How it stands to what the library has: `here` is the very same one. */
        standing: z.enum(['new', 'here', 'newer', 'older']),
        /** What was not taken over as it stood, one readable line each. */
        findings: z.array(z.string()),
      }),
      failureSchema,
    ]),
  },
  'template.import': {
    /** `file`: name of the file it comes from, as the library shows it. */
    input: z.strictObject({ text: z.string().max(FILE_SIZE_LIMIT), file: lineSchema }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('imported'), template: templateInfo }),
      failureSchema,
    ]),
  },
  /** Takes an imported template off the library; reviews made from it keep it. */
  'template.remove': {
    input: z.strictObject({ sha256: sha256Schema }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('removed') }), failureSchema]),
  },
  'template.export': {
    input: z.strictObject({ sha256: sha256Schema, form: z.enum(['template', 'lens']), target: exportTarget }),
    output: z.discriminatedUnion('kind', [
      /** The findings say what a lens cannot hold. */
      exported,
      cancelled,
      failureSchema,
    ]),
  },
  /** Writes a run sheet, or a blank workbook to fill in with a pen, as a PDF. */
  'template.print': {
    input: z.strictObject({
      sha256: sha256Schema,
      handout: z.enum(['run-sheet', 'blank']),
      /** The review that it is for, with its own agenda; without it, for any. */
      review: reviewId.optional(),
      /** A4 unless said otherwise. */
      paper: paperSchema.optional(),
      target: exportTarget,
    }),
    output: z.discriminatedUnion('kind', [exported, cancelled, failureSchema]),
  },
  /** Whether the library has a newer version of the template that a review was made from. */
  'review.templateOffer': {
    input: z.strictObject({ id: reviewId }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('offer'), from: templateInfo, to: templateInfo }),
      failureSchema,
    ]),
  },
  /** Puts a review onto another version of its template; its answers carry over, none is dropped. */
  'review.applyTemplate': {
    input: z.strictObject({ id: reviewId, baseRevision: z.int(), templateSha256: sha256Schema }),
    output: z.discriminatedUnion('kind', [saved, stale, failureSchema]),
  },
} as const;
