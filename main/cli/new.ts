import { nodeFileSystem } from '#main/files/file-system.ts';
import { newReview } from '#main/reviews/new-review.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { openStore } from '#main/store/open-store.ts';
import { printReviewFile } from '#main/store/review-file.ts';
import type { LoadedTemplate } from '#main/templates/parse-template.ts';
import type { TemplateLibrary } from '#main/templates/template-library.ts';
import { LINE_LIMIT } from '#shared/base/fields.ts';
import { compareVersions } from '#shared/template/version.ts';
import { holdingFolder } from './hold-folder.ts';
import { type CommandIo, type ExitStatus, printable, UsageError } from './io.ts';
import { builtInOf, dataFolderOf } from './load.ts';
import { noOperands, OUT_OPTIONS, readOptions } from './options.ts';
import { readTemplateFile } from './read-template-file.ts';
import { writeOut } from './write-out.ts';

export const NEW_HELP = `groundwork new [--template ID|FILE] [--title T] [--out FILE] [--data DIR]

Starts a review. Without --out it goes into the data folder and its id is printed;
with --out it becomes a file of its own, which the workbook can import.

  --template ID    template to start from: one that ships with Groundwork, or one
                   imported into the data folder; rust-adoption, the whole review of
                   a move to Rust, if left out
  --template FILE  template or AWS Well-Architected custom lens to start from; ends in .json
  --title T        title of the review
  --out FILE       write this file; - is the standard output
  --force          replace FILE if it exists
  --data DIR       data folder to use
`;

export async function runNew(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, {
    template: { type: 'string' },
    title: { type: 'string', default: 'Untitled review' },
    ...OUT_OPTIONS,
  });
  noOperands(positionals);
  const builtIn = await builtInOf(io);
  const layout = dataLayout(dataFolderOf(io, values.data));
  const { store, templates } = openStore(nodeFileSystem, layout, builtIn);
  const template = await templateOf(io, values.template, templates);
  if (values.title.trim() === '') throw new UsageError('The title cannot be empty.');
  if (values.title.length > LINE_LIMIT) throw new UsageError(`The title is longer than ${LINE_LIMIT} characters.`);
  const document = newReview(template, { title: values.title }, new Date());
  const review = { document, revision: 1, savedAt: document.createdAt };
  if (values.out !== undefined) {
    await writeOut(io, values.out, Buffer.from(printReviewFile(review, template.source)), values.force);
    return 0;
  }
  const { id } = await holdingFolder(layout, () => store.add(review, template));
  io.out(`${id}\n`);
  return 0;
}

/** The template a name stands for; without one, the first that ships with the program, which is then said. @throws {UsageError} */
async function templateOf(io: CommandIo, name: string | undefined, library: TemplateLibrary): Promise<LoadedTemplate> {
  if (name?.endsWith('.json')) {
    const { loaded, findings } = await readTemplateFile(io, name);
    for (const finding of findings) io.err(`warning: ${printable(finding)}\n`);
    return loaded;
  }
  const { templates, unreadable } = await library.offered();
  for (const { file, reason } of unreadable) io.err(`${printable(file)}: ${printable(reason)}\n`);
  // An imported newer version of a template stands for its id.
  const offered = templates
    .map(({ loaded }) => loaded)
    .toSorted((left, right) => compareVersions(right.template.version, left.template.version));
  const ids = [...new Set(templates.map(({ loaded }) => loaded.template.id))];
  const found = offered.find(({ template }) => template.id === (name ?? ids[0]));
  if (!found) {
    throw new UsageError(
      name === undefined || ids.length === 0
        ? 'No template is installed.'
        : `There is no template “${name}”: ${ids.join(', ')}.`,
    );
  }
  if (name === undefined && ids.length > 1) {
    const { id, version, title } = found.template;
    io.err(`note: made from ${id} ${version}, “${printable(title)}”. With --template: ${ids.join(', ')}.\n`);
  }
  return found;
}
