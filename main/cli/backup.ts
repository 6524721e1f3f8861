import { resolve } from 'node:path';
import { explaining, FailureError } from '#main/files/failure.ts';
import { nameTaken, nodeFileSystem } from '#main/files/file-system.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { holdingFolder } from './hold-folder.ts';
import type { CommandIo, ExitStatus } from './io.ts';
import { dataFolderOf } from './load.ts';
import { onlyOperand, readOptions } from './options.ts';
import { withKeys } from './workbook-keys.ts';

export const BACKUP_HELP = `groundwork backup OUT [--review ID]… [--keys] [--force] [--data DIR]

Writes everything in the data folder into the one file OUT, a ZIP with a checksum of each file:
reviews with their earlier versions, templates, sealed records, milestones, lists and the trash.
Votes under way and private chances stay out, as nobody could read them elsewhere.

  --review ID   only this review and what belongs to it; may be given several times
  --keys        the workbook's keys as well, under a passphrase that is asked for
                (or the first line of the input, or GROUNDWORK_PASSPHRASE)
  --force       replace OUT when it is already there
  --data DIR    data folder to use

Exit status 1 when a review could not be read: it is in the backup as it is.
`;

export async function runBackup(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, {
    review: { type: 'string', multiple: true },
    keys: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  const out = onlyOperand(positionals, 'a file to write the backup to');
  const { root, reviews } = dataLayout(dataFolderOf(io, values.data));
  // A mistyped folder must not make an empty backup.
  if (!(await nameTaken(nodeFileSystem, reviews)))
    throw new FailureError('folder-missing', `${root} is not a data folder.`);
  const target = resolve(io.workingFolder, out);
  if (!values.force && (await nameTaken(nodeFileSystem, target))) {
    throw new FailureError('name-taken', `${out} is already there. Use another name, or --force to replace it.`);
  }
  const keys = values.keys ? await protectedKeys(io, values.data) : null;
  const { writeBackup } = await import('#main/store/backup-write.ts');
  const wish = { only: values.review ?? null, keys, madeAt: new Date() };
  const made = await holdingFolder(dataLayout(root), () =>
    explaining(`${out} could not be written`, () => writeBackup(nodeFileSystem, root, target, wish)),
  );
  io.out(`${made.reviews} ${made.reviews === 1 ? 'review' : 'reviews'}, ${made.files} files in all\n`);
  for (const id of made.damaged) io.err(`${id} could not be read and is in the backup as it is.\n`);
  return made.damaged.length === 0 ? 0 : 1;
}

async function protectedKeys(io: CommandIo, data: string | undefined): Promise<Uint8Array> {
  const passphrase = await io.passphrase('Passphrase for the keys', true);
  const { keysPkcs12 } = await import('#main/seal/key-export.ts');
  return withKeys(io, data, async (store) => keysPkcs12(await store.keys(), passphrase));
}
