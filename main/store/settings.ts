import { Low } from 'lowdb';
import * as z from 'zod';
import type { FileSystem } from '#main/files/file-system.ts';
import { JsonCache } from '#main/files/json-cache.ts';
import { paperSchema } from '#shared/contract/record-contract.ts';

const settingsSchema = z.object({
  exportFolder: z.string().nullable().default(null),
  /** The folder of decision records of a repository, which is another one than that for files to send. */
  adrFolder: z.string().nullable().default(null),
  /** That a record was last set on. */
  paper: paperSchema.default('a4'),
  /** Whether single letters do something; who has a voice or a reader that types them switches that off. */
  singleKeys: z.boolean().default(true),
});

/** What the program remembers beside the reviews. */
export type Settings = Low<z.output<typeof settingsSchema>>;

/** Reads the settings; missing or unreadable ones start afresh. */
export async function loadSettings(files: FileSystem, path: string): Promise<Settings> {
  const settings = new Low(new JsonCache(files, path, settingsSchema), settingsSchema.parse({}));
  await settings.read();
  return settings;
}
