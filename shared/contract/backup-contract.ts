import * as z from 'zod';
import { cancelled, failureSchema, instant, passphrase, reviewId } from './contract-parts.ts';
import { jobId } from './job-contract.ts';
import { PASSPHRASE_MINIMUM } from './key-contract.ts';

/** Most reviews that are named one by one. */
const MOST_CHOSEN = 10_000;

/** Name of a backup file, without its folder. */
const backupFile = z.string().regex(/^[^/\\]{1,200}\.zip$/);

/** How often a backup is made by itself; null for never. */
const every = z.enum(['day', 'week']).nullable();

const state = z.strictObject({
  kind: z.literal('state'),
  /** Where backups go; null until somebody chose a folder. */
  folder: z.string().nullable(),
  every,
  /** The backups in the folder, newest first. */
  backups: z.array(z.strictObject({ file: z.string(), madeAt: instant, size: z.int() })),
  /** Why the folder cannot be read, or the last backup of its own was not made; empty when all is well. */
  problem: z.string(),
});

const named = z.strictObject({ id: z.string(), title: z.string() });

/** What restoring a backup does, or would do. */
const restored = {
  /** When the backup was made. */
  madeAt: instant,
  /** Reviews that were not there. */
  added: z.array(named),
  /** Reviews that are there just so. */
  same: z.int(),
  /** Reviews that are there in another state; `savedAt` is null for one that cannot be read. */
  differing: z.array(z.strictObject({ ...named.shape, backupSavedAt: instant, savedAt: instant.nullable() })),
  /** Other files that were added. */
  otherFiles: z.int(),
  /** Files that were left out, with the reason. */
  unusable: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
};

/** Calls about backups of the data folder. */
export const backupCalls = {
  'backup.state': { input: z.strictObject({}), output: z.discriminatedUnion('kind', [state, failureSchema]) },
  'backup.choose': {
    /** `folder` is left out where the host asks with its own dialog. */
    input: z.strictObject({ folder: z.string().max(4096).optional() }),
    output: z.discriminatedUnion('kind', [state, z.strictObject({ kind: z.literal('cancelled') }), failureSchema]),
  },
  'backup.schedule': { input: z.strictObject({ every }), output: z.discriminatedUnion('kind', [state, failureSchema]) },
  'backup.make': {
    input: z.strictObject({
      /** Only these reviews and what belongs to them; everything when left out. */
      only: z.array(reviewId).min(1).max(MOST_CHOSEN).optional(),
      /** The workbook's keys go in under it; not at all when left out. */
      passphrase: passphrase.min(PASSPHRASE_MINIMUM).optional(),
      job: jobId.optional(),
    }),
    output: z.discriminatedUnion('kind', [
      cancelled,
      z.strictObject({
        kind: z.literal('made'),
        path: z.string(),
        reviews: z.int(),
        /** Ids of reviews that are in it as they are, although they cannot be read. */
        damaged: z.array(z.string()),
      }),
      failureSchema,
    ]),
  },
  'backup.look': {
    input: z.strictObject({ file: backupFile }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('looked'), ...restored }), failureSchema]),
  },
  'backup.restore': {
    input: z.strictObject({
      file: backupFile,
      /** Whether reviews of the backup take the place of other states of them, which become earlier versions. */
      replace: z.boolean(),
      /** Only these reviews and what belongs to them; all when left out. */
      only: z.array(reviewId).min(1).max(MOST_CHOSEN).optional(),
      job: jobId.optional(),
    }),
    output: z.discriminatedUnion('kind', [
      cancelled,
      z.strictObject({ kind: z.literal('restored'), ...restored }),
      failureSchema,
    ]),
  },
} as const;
