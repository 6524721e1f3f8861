import { resolve } from 'node:path';
import { explaining } from '#main/files/failure.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { printable } from '#main/files/printable.ts';
import { type AdrRequest, exportToAdrFolder } from '#main/record/forms/adr-folder.ts';
import { exportStarter, placedLines } from '#main/record/forms/starter-folder.ts';
import { recordRenderer } from '#main/record/render-record.ts';
import type { OpenReview } from '#main/store/review-store.ts';
import type { ExportForm } from '#shared/contract/contract.ts';
import { adrNameProblem } from '#shared/contract/file-name.ts';
import { buildRecord } from '#shared/record/build.ts';
import { type CommandIo, type ExitStatus, UsageError } from './io.ts';
import { loadReview, loadSealed } from './load.ts';
import { onlyOperand, paperOf, readOptions } from './options.ts';
import { writeOut } from './write-out.ts';

export const EXPORT_HELP = `groundwork export FILE|ID [--pdf OUT] [--md OUT] [--short] [--json OUT] [--csv OUT] [--structurizr OUT]
                  [--issues OUT] [--ics OUT] [--adr-folder DIR] [--name NAME] [--index]
                  [--starter DIR] [--data DIR]

Writes the decision record of a review: of a record (PDF) or review file, or of a review in the
data folder by its id. Several forms can be written at once.

  --pdf OUT          as a PDF that carries the review inside; of a sealed review, the sealed record
  --short            the PDF as a short record of at most a few pages, the Markdown as one that fits a pull
                     request: decision, dissent, signatures, what is to be done. The PDF carries the
                     whole review all the same
  --paper SIZE       paper of the PDF: a4 (also when left out) or letter
  --md OUT           as Markdown (MADR)
  --json OUT         as a review file that can be imported again, template included
  --csv OUT          risks and everything that is to be done as a table, for a tracker
  --structurizr OUT  as a decision of a Structurizr workspace
  --issues OUT       stages, exit criteria, actions, conditions, gaps and learning as issues with their
                     dates (CSV), for GitHub, Jira and other trackers
  --ics OUT          what of these has a date as a calendar
  --adr-folder DIR   as Markdown into a folder of architecture decision records, named as its
                     records are, with the next number or the date; the path is printed. A
                     record that this one supersedes is marked there as soon as this one is
                     accepted
  --name NAME        name of the new file in DIR, where the folder does not say how it names them
  --index            also add the record to the list in DIR's README.md or index.md
  --starter DIR      what the team committed itself to, as files for the repository in DIR: lints, CI,
                     policies, a measurement plan. A file that is there already is left as it is,
                     and named
  --force            replace OUT, or the file of this review in DIR, if it exists
  --data DIR         data folder in which ID is looked up

OUT may be - for the standard output.
`;

export async function runExport(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, {
    pdf: { type: 'string' },
    paper: { type: 'string', default: 'a4' },
    short: { type: 'boolean', default: false },
    md: { type: 'string' },
    json: { type: 'string' },
    csv: { type: 'string' },
    structurizr: { type: 'string' },
    issues: { type: 'string' },
    ics: { type: 'string' },
    starter: { type: 'string' },
    'adr-folder': { type: 'string' },
    name: { type: 'string' },
    index: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  const name = onlyOperand(positionals, 'a review file, a record (PDF) or the id of a review');
  const wanted: readonly (readonly [ExportForm, string | undefined])[] = [
    ['pdf', values.pdf],
    ['markdown', values.md],
    ['json', values.json],
    ['csv', values.csv],
    ['structurizr', values.structurizr],
    ['issues', values.issues],
    ['calendar', values.ics],
  ];
  const outs = wanted.flatMap(([form, out]) => (out === undefined ? [] : [{ form, out }]));
  const folder = values['adr-folder'];
  const { starter } = values;
  checkOuts([...outs.map(({ out }) => out), ...[folder, starter].filter((place) => place !== undefined)]);
  checkName(values.name, folder);
  const paper = paperOf(values.paper);
  const length = values.short ? 'short' : 'full';
  if (values.short && values.pdf === undefined && values.md === undefined) {
    throw new UsageError('--short goes with --pdf or --md.');
  }
  const review = await loadReview(io, name, values);
  const render = recordRenderer(io.appFolder);
  for (const { form, out } of outs) {
    const sealed = form === 'pdf' ? await loadSealed(io, name, values, review, length) : null;
    await writeOut(io, out, sealed?.bytes ?? (await render(form, review, { paper, length })), values.force);
    for (const finding of sealed?.findings ?? []) io.err(`note: ${printable(finding)}\n`);
  }
  if (starter !== undefined) await writeStarter(io, starter, review);
  if (folder === undefined) return 0;
  const { force: replace, name: newName, index } = values;
  return addToFolder(io, folder, review, { replace, name: newName, extendIndex: index });
}

/** @throws {UsageError} */
function checkName(name: string | undefined, folder: string | undefined): void {
  if (name === undefined) return;
  if (folder === undefined) throw new UsageError('--name goes with --adr-folder.');
  const problem = adrNameProblem(name);
  if (problem !== null) throw new UsageError(problem);
}

/** @throws {UsageError} */
function checkOuts(outs: readonly string[]): void {
  if (outs.length === 0) throw new UsageError('Say what to write, such as --pdf OUT.');
  if (outs.includes('')) throw new UsageError('OUT cannot be empty.');
  if (new Set(outs).size < outs.length) throw new UsageError('Each form needs its own OUT.');
}

/** Writes the files that follow from the commitments, and says which ones were there already. */
async function writeStarter(io: CommandIo, folder: string, { document, template }: OpenReview): Promise<void> {
  const path = resolve(io.workingFolder, folder);
  const placed = await explaining(`The files could not be written to ${folder}`, () =>
    exportStarter(nodeFileSystem, path, document, template.template),
  );
  for (const line of placedLines(placed)) io.out(`${printable(line)}\n`);
}

async function addToFolder(
  io: CommandIo,
  folder: string,
  review: OpenReview,
  wanted: Pick<AdrRequest, 'replace' | 'name' | 'extendIndex'>,
): Promise<ExitStatus> {
  const { document, template, ...stored } = review;
  const record = buildRecord(document, template.template, stored);
  const path = resolve(io.workingFolder, folder);
  const added = await explaining(`The record could not be added to ${folder}`, () =>
    exportToAdrFolder(nodeFileSystem, path, { ...wanted, reviewId: document.id, record }),
  );
  if (added.kind === 'unnamed') {
    const choices = added.names.map((name) => `  --name ${printable(JSON.stringify(name))}\n`).join('');
    io.err(`${printable(added.reason)} Nothing was written; choose a name, such as\n${choices}`);
    return 1;
  }
  io.out(`${printable(added.path)}\n`);
  if (added.superseded !== null) io.err(`${printable(added.superseded)} is marked as superseded.\n`);
  for (const finding of added.findings) io.err(`note: ${printable(finding)}\n`);
  if (added.index) {
    const { file, line, isExtended } = added.index;
    const told = isExtended ? 'has a new line' : 'lists the records; --index would add';
    io.err(`note: ${printable(file)} ${told}: ${printable(line)}\n`);
  }
  return 0;
}
