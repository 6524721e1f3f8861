import { type Adapter, Low } from 'lowdb';
import * as z from 'zod';
import { CheckedFile, type Mending } from '#main/files/checked-file.ts';
import { FailureError } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { paperSchema } from '#shared/contract/record-contract.ts';
import { spellingLanguageSchema } from '#shared/contract/spelling-contract.ts';
import { trashDaysSchema } from '#shared/contract/trash-contract.ts';

/** Largest file of settings, in bytes. */
const SIZE_LIMIT = 1024 * 1024;

const settingsSchema = z.object({
  exportFolder: z.string().nullable().default(null),
  /** The folder of decision records of a repository, which is another one than that for files to send. */
  adrFolder: z.string().nullable().default(null),
  /** That a record was last set on. */
  paper: paperSchema.default('a4'),
  /** Whether single letters do something; who has a voice or a reader that types them switches that off. */
  singleKeys: z.boolean().default(true),
  /** Languages that the spelling is checked in. */
  spelling: z.array(spellingLanguageSchema).default(['en-US']),
  /** Where backups go, and how often one is made by itself. */
  backupFolder: z.string().nullable().default(null),
  backupEvery: z.enum(['day', 'week']).nullable().default(null),
  /** When the last one was made. */
  backupAt: z.string().nullable().default(null),
  /** After how many days in the trash a review is deleted for good; never unless somebody chose. */
  trashDays: trashDaysSchema.nullable().default(null),
  /** When it was last looked what is to go. */
  trashLookedAt: z.string().nullable().default(null),
  /** What went then, to be told. */
  trashDeleted: z
    .strictObject({ at: z.string(), titles: z.array(z.string()) })
    .nullable()
    .default(null),
  /** The reviews that were opened last, the latest first; titles as they were then. */
  recent: z.array(z.object({ id: z.uuid(), title: z.string() })).default([]),
});

type SettingsData = z.output<typeof settingsSchema>;

/** What the program remembers beside the reviews. */
export type Settings = Low<SettingsData>;

/** Reads the settings. Where they and their copy are damaged, they start afresh, and the damaged file is kept elsewhere. */
export async function loadSettings(files: FileSystem, path: string, mending: Mending): Promise<Settings> {
  const file = new CheckedFile(
    files,
    path,
    {
      schema: settingsSchema,
      // Without a checksum, a file of unknown settings is no file of settings.
      unchecked: settingsSchema.strict(),
      limit: SIZE_LIMIT,
      damaged: 'The settings are damaged.',
    },
    mending,
  );
  const adapter: Adapter<SettingsData> = {
    read: () => readOrGiveUp(file, mending),
    write: (data) => file.write(data),
  };
  const settings = new Low(adapter, settingsSchema.parse({}));
  await settings.read();
  return settings;
}

async function readOrGiveUp(file: CheckedFile<SettingsData>, { told }: Mending): Promise<SettingsData | null> {
  try {
    return await file.read();
  } catch (error) {
    // The program starts all the same: nothing of a review stands there.
    told(`The settings cannot be read and start afresh: ${error instanceof Error ? error.message : String(error)}`);
    if (error instanceof FailureError && error.failure.code === 'damaged') await file.giveUp().catch(() => undefined);
    return null;
  }
}
