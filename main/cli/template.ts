import { FailureError } from '#main/files/failure.ts';
import { printable } from '#main/files/printable.ts';
import { printTemplate } from '#main/templates/parse-template.ts';
import { starterTemplate } from '#main/templates/starter-template.ts';
import { LINE_LIMIT } from '#shared/base/limits.ts';
import { exportLens } from '#shared/lens/export.ts';
import { lensLimits, refusedByAws } from '#shared/lens/limits.ts';
import { printLens } from '#shared/lens/print.ts';
import { templateShape } from '#shared/template/shape.ts';
import { type CommandIo, type ExitStatus, UsageError } from './io.ts';
import { type Actions, noOperands, OUT_OPTIONS, onlyOperand, outOf, readOptions, runAction } from './options.ts';
import { readTemplateFile } from './read-template-file.ts';
import { writeOut } from './write-out.ts';

export const TEMPLATE_HELP = `groundwork template validate FILE
groundwork template new [--title T] [--out FILE]
groundwork template import-lens FILE --out OUT [--template-version V]
groundwork template export-lens FILE --out OUT

  validate      check a template or an AWS Well-Architected custom lens: exit status 0 when
                Groundwork would take it, 1 when not; the error output then says where, what,
                and what is expected there
  new           write a small, valid template to start from; its texts say what belongs where
  import-lens   make a template from a custom lens; what could not be taken over as it
                stands is named on the error output
  export-lens   write the questions of a template as a custom lens

  --out OUT              write this file; - is the standard output
  --force                replace OUT if it exists
  --title T              title of the new template
  --template-version V   version of the template, as a lens has none; 1.0.0 if left out
`;

const ACTIONS: Actions = new Map([
  ['validate', runValidate],
  ['new', runNew],
  ['import-lens', runImportLens],
  ['export-lens', runExportLens],
]);

export function runTemplate(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  return runAction('template', ACTIONS, io, argv);
}

async function runValidate(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { positionals } = readOptions(argv, { data: { type: 'string' } });
  const file = onlyOperand(positionals, 'a template file');
  const read = await readTemplateFile(io, file);
  warn(io, read.findings);
  const { template } = read.loaded;
  if (read.kind === 'template') {
    const { id, version, title, sections } = template;
    const kinds = sections.map(({ kind }) => kind).join(', ');
    io.out(`${printable(file)} is a valid template: “${printable(title)}”, ${id} ${version} (${kinds}).\n`);
    return 0;
  }
  warn(io, lensLimits(read.lens, read.size).map(refusedByAws));
  const questions = read.lens.pillars.flatMap((pillar) => pillar.questions).length;
  io.out(
    `${printable(file)} is a custom lens that can be imported: “${printable(template.title)}”, ${questions} questions.\n`,
  );
  return 0;
}

async function runNew(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, { ...OUT_OPTIONS, title: { type: 'string' } });
  noOperands(positionals);
  if (values.title?.trim() === '') throw new UsageError('The title cannot be empty.');
  if ((values.title ?? '').length > LINE_LIMIT) {
    throw new UsageError(`The title is longer than ${LINE_LIMIT} characters.`);
  }
  await writeJson(io, values.out ?? '-', starterTemplate(values.title), values.force);
  return 0;
}

async function runImportLens(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, { ...OUT_OPTIONS, 'template-version': { type: 'string' } });
  const file = onlyOperand(positionals, 'a file with a custom lens');
  const out = outOf(values);
  const version = values['template-version'];
  if (version !== undefined && !templateShape.shape.version.safeParse(version).success) {
    throw new UsageError('Give the version as three numbers, such as 1.0.0.');
  }
  const read = await readTemplateFile(io, file, version === undefined ? {} : { lensVersion: version });
  if (read.kind !== 'lens') throw new FailureError('invalid', `${file} is a template already, not a custom lens.`);
  warn(io, read.findings);
  await writeOut(io, out, Buffer.from(printTemplate(read.loaded)), values.force);
  return 0;
}

async function runExportLens(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, OUT_OPTIONS);
  const file = onlyOperand(positionals, 'a template file');
  const out = outOf(values);
  const read = await readTemplateFile(io, file);
  if (read.kind !== 'template') throw new FailureError('invalid', `${file} is a custom lens already.`);
  const exported = exportLens(read.loaded.template);
  if (exported.kind === 'refused') {
    throw new FailureError('unsupported', 'The template cannot be written as a custom lens.', {
      details: exported.problems,
    });
  }
  const printed = printLens(exported.lens);
  warn(io, [...exported.findings, ...printed.findings]);
  await writeOut(io, out, Buffer.from(printed.text), values.force);
  return 0;
}

function warn(io: CommandIo, lines: readonly string[]): void {
  for (const line of lines) io.err(`warning: ${printable(line)}\n`);
}

/** In the order its author would read it, so keys are not sorted. */
async function writeJson(io: CommandIo, out: string, json: unknown, force: boolean): Promise<void> {
  await writeOut(io, out, Buffer.from(`${JSON.stringify(json, null, 2)}\n`), force);
}
