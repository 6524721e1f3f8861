import { nodeFileSystem } from '#main/files/file-system.ts';
import { printHandoutHere } from '#main/record/print-here.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { openStore } from '#main/store/open-store.ts';
import type { HandoutKind } from '#shared/handout/model.ts';
import { type CommandIo, type ExitStatus, UsageError } from './io.ts';
import { builtInOf, dataFolderOf } from './load.ts';
import { onlyOperand, paperOf, readOptions } from './options.ts';
import { templateOf } from './template-of.ts';
import { writeOut } from './write-out.ts';

const OPTIONS_HELP = `
  TEMPLATE      an id, of a template that ships with Groundwork or was imported into the data
                folder, or a file (.json) with a template or a custom lens
  --pdf OUT     write this file; - is the standard output
  --paper SIZE  paper of the PDF: a4 (also when left out) or letter
  --force       replace OUT if it exists
  --data DIR    data folder to look in
`;

export const RUN_SHEET_HELP = `groundwork run-sheet TEMPLATE --pdf OUT

Writes what a facilitator holds in hand during the workshop: the agenda, and for each section its
minutes, what to ask, what is put to the vote, what goes wrong and when to stop.
${OPTIONS_HELP}`;

export const BLANK_HELP = `groundwork blank TEMPLATE --pdf OUT

Writes a template to fill in with a pen: every question, risk and score, with room to write, and
lines to sign on.
${OPTIONS_HELP}`;

export function runRunSheet(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  return runHandout('run-sheet', io, argv);
}

export function runBlank(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  return runHandout('blank', io, argv);
}

async function runHandout(kind: HandoutKind, io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, {
    pdf: { type: 'string' },
    paper: { type: 'string', default: 'a4' },
    force: { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  const name = onlyOperand(positionals, 'a template, by its id or as a file');
  if (values.pdf === undefined || values.pdf === '') throw new UsageError('Say where to write: --pdf OUT.');
  const paper = paperOf(values.paper);
  const layout = dataLayout(dataFolderOf(io, values.data));
  const { templates } = openStore(nodeFileSystem, layout, await builtInOf(io));
  const { template, sha256 } = await templateOf(io, name, templates);
  const at = new Date().toISOString();
  const bytes = await printHandoutHere(io.appFolder)({ kind, template, sha256, review: null, paper, at });
  await writeOut(io, values.pdf, bytes, values.force);
  return 0;
}
