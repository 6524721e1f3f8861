import * as z from 'zod';
import { lineSchema } from '#shared/base/fields.ts';
import { RECORD_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { verifyReportSchema } from '#shared/verify/verify.ts';
import {
  cancelled,
  exported,
  failureSchema,
  fileBytes,
  imported,
  reviewId,
  stale,
  standing,
} from './contract-parts.ts';
import { jobId } from './job-contract.ts';

/**
 * `markdown` is MADR, `json` the review itself, `csv` risks and actions, `structurizr` decisions of a workspace,
 * `issues` what is to be done as CSV for trackers, `calendar` what of it has a date.
 */
export const exportFormSchema = z.enum(['pdf', 'markdown', 'json', 'csv', 'structurizr', 'issues', 'calendar']);
export const paperSchema = z.enum(['a4', 'letter']);
/** All of a record, or what a reader in a hurry needs of it; both carry the whole review as data. */
const recordLengthSchema = z.enum(['full', 'short']);

/** A PDF that may be a record. */
const recordBytes = fileBytes(RECORD_SIZE_LIMIT);

export const exportTarget = z.discriminatedUnion('kind', [
  /** Ask with the host's own dialog (hosts with `saveDialog`). */
  z.strictObject({ kind: z.literal('ask') }),
  /** A folder and a plain file name (hosts without one). */
  z.strictObject({
    kind: z.literal('named'),
    folder: lineSchema.min(1),
    fileName: lineSchema.min(1),
    replace: z.boolean(),
  }),
]);

/** The calls that write and read records. */
export const recordCalls = {
  'record.export': {
    input: z.strictObject({
      id: reviewId,
      /** Revision on the screen; the export is refused when the file is another one. */
      revision: z.int(),
      form: exportFormSchema,
      /** Paper of a PDF; A4 unless said otherwise. */
      paper: paperSchema.optional(),
      /** How much of a PDF or of Markdown is written; all of it unless said otherwise. */
      length: recordLengthSchema.optional(),
      target: exportTarget,
      job: jobId.optional(),
    }),
    output: z.discriminatedUnion('kind', [exported, cancelled, stale, failureSchema]),
  },
  /** Makes the record, outside of the folders of exports, and opens it where the person's system shows PDF files, to be printed there. */
  'record.print': {
    input: z.strictObject({ id: reviewId, revision: z.int(), length: recordLengthSchema.optional() }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('opened'), path: z.string() }),
      stale,
      failureSchema,
    ]),
  },
  /** Adds the record, as Markdown, to a folder of architecture decision records. */
  'record.exportAdr': {
    input: z.strictObject({
      id: reviewId,
      revision: z.int(),
      target: z.discriminatedUnion('kind', [
        /** Ask for the folder with the host's own dialog (hosts with `saveDialog`). */
        z.strictObject({ kind: z.literal('ask') }),
        /** A folder that was typed, or in hosts with `saveDialog` the one that was chosen last. */
        z.strictObject({ kind: z.literal('folder'), folder: lineSchema.min(1) }),
      ]),
      /** Whether the file that an earlier export of this review made there may be replaced. */
      replace: z.boolean(),
      /** Name of the new file, for a folder that does not say how it names them. */
      name: lineSchema.min(1).optional(),
      /** Whether a list of the records gets its line. */
      extendIndex: z.boolean().optional(),
    }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        ...exported.shape,
        folder: z.string(),
        /** File of the superseded record that now names the new one; null when there is none to change. */
        superseded: z.string().nullable(),
        /** A list of the folder's records that lacks this one, and the line for it; null when there is none. */
        index: z.strictObject({ file: z.string(), line: z.string(), isExtended: z.boolean() }).nullable(),
      }),
      /** Nothing was written: the folder does not say how a new record is named. */
      z.strictObject({
        kind: z.literal('unnamed'),
        folder: z.string(),
        reason: z.string(),
        /** Names that could be meant, the likeliest first. */
        names: z.array(z.string()),
      }),
      cancelled,
      stale,
      failureSchema,
    ]),
  },
  /** Writes what the team committed itself to as files into a folder; what is there already stays as it is. */
  'record.exportStarter': {
    input: z.strictObject({
      id: reviewId,
      revision: z.int(),
      target: z.discriminatedUnion('kind', [
        /** Ask for the folder with the host's own dialog (hosts with `saveDialog`). */
        z.strictObject({ kind: z.literal('ask') }),
        /** A folder that was typed. */
        z.strictObject({ kind: z.literal('folder'), folder: lineSchema.min(1) }),
      ]),
    }),
    output: z.discriminatedUnion('kind', [
      /** The path is that of the folder; the findings say what became of each file. */
      exported,
      cancelled,
      stale,
      failureSchema,
    ]),
  },
  /** Opens the review inside a record (PDF) as an exact copy. */
  'record.import': {
    input: z.strictObject({ pdf: recordBytes }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        ...imported.shape,
        standing,
        /** Whether the record was changed after it was signed, so that its review may not be what was signed. */
        isAltered: z.boolean(),
      }),
      failureSchema,
    ]),
  },
  /** Checks the sealed record of a review as it lies in the data folder. */
  'record.verifySealed': {
    input: z.strictObject({ id: reviewId, job: jobId.optional() }),
    output: z.discriminatedUnion('kind', [
      /** `file`: what an export of it would be called. */
      z.strictObject({ kind: z.literal('verified'), report: verifyReportSchema, file: z.string() }),
      cancelled,
      failureSchema,
    ]),
  },
  /** Checks the signatures of any PDF, and whether the parts of a record belong together; nothing is kept. */
  'record.verify': {
    input: z.strictObject({ pdf: recordBytes, job: jobId.optional() }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('verified'), report: verifyReportSchema }),
      cancelled,
      failureSchema,
    ]),
  },
} as const;
