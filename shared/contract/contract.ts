import * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { idSchema, lineSchema, sha256Schema } from '#shared/base/fields.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { reviewSummarySchema } from '#shared/review/summary.ts';
import { backupCalls } from './backup-contract.ts';
import {
  failureSchema,
  imported,
  instant,
  none,
  openedReview,
  reviewId,
  saved,
  stale,
  standing,
  unreadableFiles,
} from './contract-parts.ts';
import { documentCalls } from './document-contract.ts';
import { dueCalls } from './due-contract.ts';
import { jobCalls } from './job-contract.ts';
import { keyCalls } from './key-contract.ts';
import { mergeCalls } from './merge-contract.ts';
import { peopleCalls } from './people-contract.ts';
import { predictionCalls } from './prediction-contract.ts';
import { radarCalls } from './radar-contract.ts';
import { type exportFormSchema, paperSchema, recordCalls } from './record-contract.ts';
import { revisionCalls } from './revision-contract.ts';
import { roundCalls } from './round-contract.ts';
import { sealCalls } from './seal-contract.ts';
import { searchCalls } from './search-contract.ts';
import { spellingCalls } from './spelling-contract.ts';
import { type libraryTemplate, templateCalls, templateInfo } from './template-contract.ts';
import { trashCalls } from './trash-contract.ts';

const sampleInfo = z.strictObject({ id: idSchema, title: z.string(), summary: z.string() });

/** Every call that crosses from the renderer to the main process, in either host. */
export const contract = {
  'app.info': {
    input: none,
    output: z.strictObject({
      version: z.string(),
      dataFolder: z.string(),
      /** Why nothing can be changed in it; empty where it can. */
      readOnly: z.string(),
      /** Whether exports are placed with a native dialog (`ask`) or by folder and name (`named`). */
      saveDialog: z.boolean(),
      /** Whether a window kept open for unsaved changes can close itself afterwards; a browser asks the person instead. */
      closesItself: z.boolean(),
      /** Whether there is a menu, which sends commands and has keys of its own. */
      hasMenu: z.boolean(),
      exportFolder: z.string(),
      /** Where decision records of a repository were put last; empty when never. */
      adrFolder: z.string(),
      /** That a record was last set on. */
      paper: paperSchema,
      /** Whether single letters do something, such as N for a new review. */
      singleKeys: z.boolean(),
      /** What whoever manages this computer has set, one line each; null where nothing is. */
      policy: z.strictObject({ path: z.string(), lines: z.array(z.string()) }).nullable(),
      templates: z.array(templateInfo),
      samples: z.array(sampleInfo),
    }),
  },
  /** Keeps what a person set for the program as a whole. */
  'app.set': {
    input: z.strictObject({ singleKeys: z.boolean() }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('set') }), failureSchema]),
  },
  /** What is known of the reviews within a moment; a long list that is not known yet is asked for again. */
  'review.list': {
    /** `goOn`: how the reading of the last list has come on, without another look at what there is. */
    input: z.strictObject({ goOn: z.boolean().optional() }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('list'),
        reviews: z.array(reviewSummarySchema),
        unreadable: unreadableFiles,
        /** Files that are still being read; a review among them is missing or shown as it was before. */
        reading: z.int(),
      }),
      failureSchema,
    ]),
  },
  'review.create': {
    input: z.strictObject({
      templateSha256: sha256Schema,
      title: lineSchema.min(1),
      component: lineSchema,
      candidate: lineSchema,
      current: lineSchema,
    }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('created'), id: reviewId }), failureSchema]),
  },
  'review.open': {
    input: z.strictObject({ id: reviewId }),
    output: z.discriminatedUnion('kind', [openedReview, failureSchema]),
  },
  'review.save': {
    input: z.strictObject({
      baseRevision: z.int(),
      document: reviewDocumentSchema,
      /**
       * Id of the open editor, a new one each time a review is opened. A save sent while another of the
       * same editor and base is under way follows it; without an id, or from another editor, it is stale.
       */
      editor: z.uuid().optional(),
    }),
    output: z.discriminatedUnion('kind', [saved, stale, failureSchema]),
  },
  /** Puts a review back whose file is gone, as the window has it; `stale` where there is one again. */
  'review.putBack': {
    input: z.strictObject({ document: reviewDocumentSchema, baseRevision: z.int() }),
    output: z.discriminatedUnion('kind', [saved, stale, failureSchema]),
  },
  'review.duplicate': {
    input: z.strictObject({ id: reviewId }),
    output: z.discriminatedUnion('kind', [imported, failureSchema]),
  },
  /** How a review is filed; nothing that anybody signs. */
  'review.file': {
    input: z.strictObject({ id: reviewId, tags: z.array(lineSchema).max(20), isArchived: z.boolean() }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('filed') }), failureSchema]),
  },
  'review.trash': {
    input: z.strictObject({ id: reviewId }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('trashed') }), failureSchema]),
  },
  'review.restore': {
    input: z.strictObject({ id: reviewId }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('restored') }), failureSchema]),
  },
  /** Brings a review whose file is damaged back from its newest whole version; `left` where there is none. */
  'review.mend': {
    input: z.strictObject({ id: reviewId }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('mended'),
        id: reviewId,
        title: z.string(),
        /** When the version was saved that is back. */
        savedAt: instant,
        /** Where the damaged file lies now. */
        quarantined: z.string(),
      }),
      z.strictObject({ kind: z.literal('left') }),
      failureSchema,
    ]),
  },
  'review.import': {
    input: z.strictObject({
      text: z.string().max(FILE_SIZE_LIMIT),
      /** Whether nothing is brought in when all that the file says is here already. */
      ifNew: z.boolean().optional(),
    }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ ...imported.shape, standing: standing.optional() }),
      failureSchema,
    ]),
  },
  'sample.open': {
    input: z.strictObject({ id: idSchema }),
    output: z.discriminatedUnion('kind', [imported, failureSchema]),
  },
  ...documentCalls,
  ...trashCalls,
  ...mergeCalls,
  ...templateCalls,
  ...recordCalls,
  ...revisionCalls,
  ...predictionCalls,
  ...dueCalls,
  ...searchCalls,
  ...spellingCalls,
  ...radarCalls,
  ...sealCalls,
  ...keyCalls,
  ...peopleCalls,
  ...jobCalls,
  ...backupCalls,
  ...roundCalls,
  'file.reveal': {
    /** Only a file exported since the program started. */
    input: z.strictObject({ path: z.string().max(4096) }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('revealed') }), failureSchema]),
  },
  'file.open': {
    /** Only a file exported since the program started. */
    input: z.strictObject({ path: z.string().max(4096) }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('opened') }), failureSchema]),
  },
  'link.open': {
    /** With one of `LINK_SCHEMES`. */
    input: z.strictObject({ url: z.string().max(2048) }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('opened') }), failureSchema]),
  },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = DeepReadonly<z.output<Contract[M]['input']>>;
export type Output<M extends Method> = DeepReadonly<z.output<Contract[M]['output']>>;
export type Failure = DeepReadonly<z.output<typeof failureSchema>>;
export type ExportForm = z.output<typeof exportFormSchema>;
/** What a file that leaves the data folder is: also a review, certificates (`pem`), the one to trust (`cer`), private keys (`p12`), a request (`csr`). */
export type FileForm = ExportForm | 'review' | 'pem' | 'cer' | 'p12' | 'csr';
export type Paper = z.output<typeof paperSchema>;
export type TemplateInfo = Output<'app.info'>['templates'][number];
export type LibraryTemplate = DeepReadonly<z.output<typeof libraryTemplate>>;
export type UnreadableFile = DeepReadonly<z.output<typeof unreadableFiles>>[number];
export type TemplatePreview = Extract<Output<'template.preview'>, { kind: 'preview' }>;
export type SampleInfo = Output<'app.info'>['samples'][number];

/** What every host answers to a call: the method's output, or why the call itself was refused. */
export type Reply<M extends Method = Method> =
  | { readonly ok: true; readonly value: Output<M> }
  | { readonly ok: false; readonly error: CallError };

/** `refused`: the host did not accept the caller. `internal`: a fault of ours; details are in the log. */
export interface CallError {
  readonly code: 'unknown-method' | 'invalid-input' | 'too-large' | 'refused' | 'internal' | 'unreachable';
  readonly message: string;
  readonly details: readonly string[];
}

/** Carries one call to the host; the only thing the two hosts do differently for the renderer. */
export type Transport = (method: string, input: unknown) => Promise<Reply>;

/** Calls that can fail in a way that a person can act on, and then answer with a `Failure`. */
export type FallibleMethod = { readonly [M in Method]: Failure extends Output<M> ? M : never }[Method];

/** What a call answers when it did what it was asked. */
export type Answer<M extends Method> = Exclude<Output<M>, Failure>;

/**
 * The contract as the main process answers it. No answer is a `Failure`: what a person can act on is thrown, and
 * `dispatch` makes the failure of it.
 */
export type Api = { readonly [M in Method]: (input: Input<M>) => Promise<Answer<M>> };

/** Why a call has no answer, ready to show: what a person can act on, or that the call itself was refused. */
export interface CallFailure {
  readonly kind: 'failed';
  /** `unreachable`: the connection was lost, and whether the call arrived is not known. */
  readonly code: Failure['code'] | CallError['code'];
  readonly message: string;
  readonly details: readonly string[];
}

/** The contract as functions, for the renderer. No call rejects: what went wrong is a value like any other. */
export type Client = { readonly [M in Method]: (input: Input<M>) => Promise<Answer<M> | CallFailure> };
