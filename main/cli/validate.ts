import { printable } from '#main/files/printable.ts';
import { misfits } from '#main/store/template-fit.ts';
import type { CommandIo, ExitStatus } from './io.ts';
import { loadFile } from './load.ts';
import { onlyOperand, readOptions } from './options.ts';

export const VALIDATE_HELP = `groundwork validate FILE

Checks a review file, exported or written by hand. Exit status 0 when the workbook would
import it, 1 when not; the error output then says where and why. Entries that the template
does not know are named as warnings: they are kept, but no screen and no record shows them.
`;

export async function runValidate(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  // A data folder plays no part here; the option is taken because every command has it.
  const { positionals } = readOptions(argv, { data: { type: 'string' } });
  const file = onlyOperand(positionals, 'a review file');
  const { document, template } = await loadFile(io, file);
  for (const misfit of misfits(document, template.template)) io.err(`warning: ${printable(misfit)}\n`);
  const { id, version } = template.template;
  io.out(`${printable(file)} is a valid review: “${printable(document.title)}”, template ${id} ${version}.\n`);
  return 0;
}
