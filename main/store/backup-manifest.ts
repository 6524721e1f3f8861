import * as z from 'zod';
import { instantSchema, sha256Schema } from '#shared/base/fields.ts';

/** Name of the list of all files in a backup. */
export const MANIFEST_NAME = 'groundwork-backup.json';

const entrySchema = z.strictObject({ path: z.string(), size: z.int().min(0), sha256: sha256Schema });

export const manifestSchema = z.strictObject({
  format: z.literal('groundwork-backup'),
  /** 2 where it holds words of the person's own, which the form before had no place for. */
  formatVersion: z.literal([1, 2]),
  /** Version of the program. */
  madeBy: z.string().max(40),
  madeAt: instantSchema,
  /** Whether it holds everything, and not only chosen reviews. */
  isWhole: z.boolean(),
  files: z.array(entrySchema),
});

export type BackupManifest = z.output<typeof manifestSchema>;
export type BackupFileEntry = z.output<typeof entrySchema>;
