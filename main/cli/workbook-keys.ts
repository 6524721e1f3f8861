import { explaining, FailureError } from '#main/files/failure.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { printable } from '#main/files/printable.ts';
import { NO_PROTECTION } from '#main/seal/key-protection.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import type { WorkbookKeys } from '#main/seal/workbook-keys.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { CERTIFICATE_FILE_LIMIT } from '#shared/base/size-limits.ts';
import type { KeyFacts } from '#shared/contract/key-contract.ts';
import { replacementText } from '#shared/contract/key-words.ts';
import { holdingFolder } from './hold-folder.ts';
import type { CommandIo } from './io.ts';
import { dataFolderOf } from './load.ts';
import { readNamed } from './read-named.ts';

/** The keys of each host that uses the data folder. Public parts only, so nothing is made, held or unlocked. */
export async function allFacts(io: CommandIo, data: string | undefined): Promise<readonly KeyFacts[]> {
  const folder = dataLayout(dataFolderOf(io, data)).keys;
  const { keyFacts, protectionsIn } = await import('#main/seal/key-facts.ts');
  return explaining('The keys could not be read', async () => {
    const names = await protectionsIn(nodeFileSystem, folder);
    return Promise.all(names.map((name) => keyFacts(nodeFileSystem, folder, name)));
  });
}

/** Works with the keys that this command can use, while it holds the data folder. */
export async function withKeys<T>(
  io: CommandIo,
  data: string | undefined,
  work: (store: KeyStore) => Promise<T>,
): Promise<T> {
  const layout = dataLayout(dataFolderOf(io, data));
  const { protectionsIn } = await import('#main/seal/key-facts.ts');
  const names = await explaining('The keys could not be read', () => protectionsIn(nodeFileSystem, layout.keys));
  if (names.length > 0 && !names.includes(NO_PROTECTION.name)) {
    throw new FailureError(
      'unsupported',
      'The system’s keychain encrypts the keys of this workbook, and only the desktop program can ask it. Open “Keys” there.',
    );
  }
  const mending = { folder: layout.quarantine, told: (what: string) => io.err(`${printable(what)}\n`) };
  return holdingFolder(layout, () =>
    work(new KeyStore(nodeFileSystem, layout.keys, { now: () => new Date(), mending })),
  );
}

/** The keys, made where there are none; that they took the place of others is said on the error output. */
export async function openKeys(io: CommandIo, store: KeyStore): Promise<WorkbookKeys> {
  const { keys, origin } = await store.open();
  if (origin === 'replaced' && keys.replaced) io.err(`${replacementText(keys.replaced)}\n`);
  return keys;
}

/** Reads a file with keys, certificates or a request. @throws {FailureError} */
export function readKeyFile(io: CommandIo, file: string): Promise<Uint8Array> {
  return readNamed(io, file, CERTIFICATE_FILE_LIMIT);
}
