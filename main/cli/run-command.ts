import { explain, FailureError } from '#main/files/failure.ts';
import { printable } from '#main/files/printable.ts';
import { VERSION } from '#shared/base/version.ts';
import type { Failure } from '#shared/contract/contract.ts';
import { BACKUP_HELP, runBackup } from './backup.ts';
import { EXPORT_HELP, runExport } from './export.ts';
import { BLANK_HELP, RUN_SHEET_HELP, runBlank, runRunSheet } from './handout.ts';
import { IMPORT_HELP, runImport } from './import.ts';
import { type CommandIo, type ExitStatus, UsageError } from './io.ts';
import { KEY_HELP, runKey } from './key.ts';
import { LIST_HELP, runList } from './list.ts';
import { MERGE_HELP, MERGE_REFUSALS, runMerge } from './merge.ts';
import { NEW_HELP, runNew } from './new.ts';
import { OUTCOME_HELP, runOutcome } from './outcome.ts';
import { RESTORE_HELP, runRestore } from './restore.ts';
import { runSearch, SEARCH_HELP } from './search.ts';
import { runTemplate, TEMPLATE_HELP } from './template.ts';
import { runValidate, VALIDATE_HELP } from './validate.ts';
import { runVerify, VERIFY_HELP, VERIFY_REFUSALS } from './verify.ts';

interface Command {
  readonly help: string;
  readonly run: (io: CommandIo, argv: readonly string[]) => Promise<ExitStatus>;
  /** Exit status when the command was not understood or failed, where its answers have the usual ones. */
  readonly refusals?: { readonly usage: ExitStatus; readonly failed: ExitStatus };
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['new', { help: NEW_HELP, run: runNew }],
  ['export', { help: EXPORT_HELP, run: runExport }],
  ['import', { help: IMPORT_HELP, run: runImport }],
  ['validate', { help: VALIDATE_HELP, run: runValidate }],
  ['verify', { help: VERIFY_HELP, run: runVerify, refusals: VERIFY_REFUSALS }],
  ['merge', { help: MERGE_HELP, run: runMerge, refusals: MERGE_REFUSALS }],
  ['list', { help: LIST_HELP, run: runList }],
  ['search', { help: SEARCH_HELP, run: runSearch }],
  ['outcome', { help: OUTCOME_HELP, run: runOutcome }],
  ['key', { help: KEY_HELP, run: runKey }],
  ['backup', { help: BACKUP_HELP, run: runBackup }],
  ['restore', { help: RESTORE_HELP, run: runRestore }],
  ['run-sheet', { help: RUN_SHEET_HELP, run: runRunSheet }],
  ['blank', { help: BLANK_HELP, run: runBlank }],
  ['template', { help: TEMPLATE_HELP, run: runTemplate }],
]);

const HELP = `groundwork COMMAND …

  new         start a review
  export      write a review's decision record as PDF, Markdown, JSON and other forms
  import      put the review of a record (PDF) or review file into the data folder
  validate    check a review file
  verify      check who signed a record (PDF) and that nothing was changed
  merge       merge two versions of a review, answer by answer
  list        list the reviews of the data folder
  search      find words in all reviews of the data folder
  outcome     print what follows from a review and what is still open
  key         show, export and certify the keys that seal records
  backup      write everything in the data folder into one file
  restore     put what a backup holds into a data folder
  run-sheet   print what a facilitator holds in hand, from any template
  blank       print a template to fill in with a pen
  template    check, start, import and export review templates

groundwork COMMAND --help says more. --data DIR names another data folder.
Exit status: 0 done, 1 the answer is no or it failed, 2 the command was not understood;
verify and merge have their own.
`;

/** The command line: runs one command and says how it went. */
export async function main(argv: readonly string[], io: CommandIo): Promise<ExitStatus> {
  const [name, ...rest] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(HELP);
    return 0;
  }
  if (name === '--version') {
    io.out(`${VERSION}\n`);
    return 0;
  }
  const command = name === undefined ? undefined : COMMANDS.get(name);
  if (!command) {
    io.err(name === undefined ? HELP : `There is no command “${printable(name)}”.\n\n${HELP}`);
    return 2;
  }
  // What stands behind -- are names, even “--help”.
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (options.includes('--help') || options.includes('-h')) {
    io.out(command.help);
    return 0;
  }
  return runCommand(command, io, rest);
}

/** Exit status of a command that failed. To `verify`, 1 would be an answer: “altered”. */
export function failedStatus([name = '']: readonly string[]): ExitStatus {
  return COMMANDS.get(name)?.refusals?.failed ?? 1;
}

async function runCommand(command: Command, io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  try {
    return await command.run(io, argv);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`${printable(error.message)}\n\n${command.help}`);
      return command.refusals?.usage ?? 2;
    }
    const told = explain(error, `${placeOf(error)} cannot be used`);
    if (told instanceof FailureError) io.err(failureText(told.failure));
    else io.err(`Something went wrong inside Groundwork:\n${error instanceof Error ? error.stack : error}\n`);
    return command.refusals?.failed ?? 1;
  }
}

/** The file or folder that the system refused, where the command itself has no words for it. */
function placeOf(error: unknown): string {
  return error instanceof Error && 'path' in error ? String(error.path) : 'A file';
}

function failureText({ message, details }: Failure): string {
  return `${[message, ...details.map((detail) => `  ${detail}`)].map(printable).join('\n')}\n`;
}
