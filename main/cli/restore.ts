import { resolve } from 'node:path';
import { explaining, FailureError } from '#main/files/failure.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { printable } from '#main/files/printable.ts';
import type { OpenBackup } from '#main/store/backup-read.ts';
import type { Restored } from '#main/store/backup-restore.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { openStore } from '#main/store/open-store.ts';
import { OwnWords } from '#main/store/own-words.ts';
import { SignedElsewhere } from '#main/store/signed-elsewhere.ts';
import { holdingFolder } from './hold-folder.ts';
import type { CommandIo, ExitStatus } from './io.ts';
import { builtInOf, dataFolderOf } from './load.ts';
import { onlyOperand, readOptions } from './options.ts';
import { withKeys } from './workbook-keys.ts';

export const RESTORE_HELP = `groundwork restore BACKUP [--review ID]… [--replace] [--keys] [--check] [--data DIR]

Puts what a backup holds into the data folder, which is made where there is none. Nothing that is
there is written over: a review that is there in another state is left alone and named. Every
file is checked before the first is written.

  --review ID   only this review and what belongs to it; may be given several times
  --replace     reviews of the backup take the place of other states of them, which become
                earlier versions
  --keys        the keys in the backup replace those of this workbook, which are kept beside
                them; asks for their passphrase
  --check       only check the backup and say what would happen
  --data DIR    data folder to use

Exit status 1 when something was left out.
`;

export async function runRestore(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, {
    review: { type: 'string', multiple: true },
    replace: { type: 'boolean', default: false },
    keys: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  const name = onlyOperand(positionals, 'a backup');
  const [{ openBackup }, { lookAtBackup, restoreBackup }] = await Promise.all([
    import('#main/store/backup-read.ts'),
    import('#main/store/backup-restore.ts'),
  ]);
  const layout = dataLayout(dataFolderOf(io, values.data));
  const backup = await explaining(`${name} could not be opened`, () =>
    openBackup(nodeFileSystem, resolve(io.workingFolder, name)),
  );
  try {
    const mending = { folder: layout.quarantine, told: (what: string) => io.err(`${printable(what)}\n`) };
    const places = {
      files: nodeFileSystem,
      layout,
      ...openStore(nodeFileSystem, layout, await builtInOf(io), mending),
      signedElsewhere: new SignedElsewhere(nodeFileSystem, layout.signedElsewhere, mending),
      ownWords: new OwnWords(nodeFileSystem, layout.ownWords, mending),
    };
    const wish = { only: values.review ?? null, replace: values.replace };
    const done = values.check
      ? await lookAtBackup(backup, places, wish)
      : await holdingFolder(layout, () => restoreBackup(backup, places, wish));
    if (values.keys && !values.check) await restoreKeys(io, values.data, backup);
    tell(io, done, values);
    const isLeftOut = done.unusable.length > 0 || (done.differing.length > 0 && !values.replace);
    return isLeftOut ? 1 : 0;
  } finally {
    await backup.close();
  }
}

function tell(
  io: CommandIo,
  done: Restored,
  { check, replace }: { readonly check: boolean; readonly replace: boolean },
) {
  const [added, replaced] = check ? ['would be added', 'would be replaced'] : ['added', 'replaced'];
  for (const { id, title } of done.added) io.out(`${id}  ${printable(title)}  ${added}\n`);
  for (const { id, title, savedAt, backupSavedAt } of done.differing) {
    const state = `${savedAt === null ? 'damaged here' : `saved ${savedAt} here`}, ${backupSavedAt} in the backup`;
    const what = replace ? replaced : 'left alone; --replace takes that of the backup';
    io.out(`${id}  ${printable(title)}  ${what} (${state})\n`);
  }
  io.out(`${done.added.length} ${added}, ${done.differing.length} in another state, ${done.same} the same\n`);
  for (const { path, reason } of done.unusable) io.err(`${path}: ${printable(reason)}\n`);
}

async function restoreKeys(io: CommandIo, data: string | undefined, backup: OpenBackup): Promise<void> {
  const file = backup.files.find(({ kind }) => kind === 'keys');
  if (!file) throw new FailureError('not-found', 'There are no keys in this backup.');
  const bytes = await backup.read(file);
  const passphrase = await io.passphrase('Passphrase of the keys', false);
  const { readKeysPkcs12 } = await import('#main/seal/key-export.ts');
  const keys = await readKeysPkcs12(bytes, passphrase);
  await withKeys(io, data, (store) => store.restore(keys));
}
