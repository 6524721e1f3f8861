import { nodeFileSystem } from '#main/files/file-system.ts';
import { printable } from '#main/files/printable.ts';
import { isAlteredRecord } from '#main/reviews/altered-since.ts';
import { importExactly } from '#main/reviews/import-record.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { openStore } from '#main/store/open-store.ts';
import { SignedElsewhere } from '#main/store/signed-elsewhere.ts';
import { workHere } from '#main/workers/work-here.ts';
import { holdingFolder } from './hold-folder.ts';
import type { CommandIo, ExitStatus } from './io.ts';
import { builtInOf, dataFolderOf, loadBytes, loadFile } from './load.ts';
import { onlyOperand, readOptions } from './options.ts';

export const IMPORT_HELP = `groundwork import FILE [--data DIR]

Puts a review into the data folder and prints its id. FILE is a record (PDF) that carries its
review, or a review file. It comes in as an exact copy. Where the review is there already, in
the same or a later state, nothing is stored; where another version of it is, the copy gets an
id of its own. A record that was altered after it was signed comes in with a warning.

  --data DIR    data folder to use
`;

export async function runImport(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, { data: { type: 'string' } });
  const file = onlyOperand(positionals, 'a record (PDF) or a review file');
  const layout = dataLayout(dataFolderOf(io, values.data));
  const { store, templates } = openStore(nodeFileSystem, layout, await builtInOf(io));
  // Read before the folder is made or held: a file that is no review changes nothing.
  const review = await loadFile(io, file, templates);
  const isAltered = await isAlteredRecord(workHere(io.appFolder), await loadBytes(io, file));
  const signedElsewhere = new SignedElsewhere(nodeFileSystem, layout.signedElsewhere, {
    folder: layout.quarantine,
    told: (what) => io.err(`${printable(what)}\n`),
  });
  const { id, title, standing } = await holdingFolder(layout, () => importExactly({ store, signedElsewhere }, review));
  io.out(`${id}\n`);
  if (standing !== 'new') io.err(`${printable(STANDING_WORDS[standing](title))}\n`);
  if (isAltered) io.err(`${printable(alteredWords(file))}\n`);
  return 0;
}

function alteredWords(file: string): string {
  return `${file} was altered after it was signed, so its review may not be what was signed. “groundwork verify” says how.`;
}

const STANDING_WORDS = {
  here: (title: string) => `“${title}” is here already, so nothing was stored.`,
  beside: (title: string) => `Another version of “${title}” is here, so this one got an id of its own.`,
} as const;
