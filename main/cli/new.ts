import { nodeFileSystem } from '#main/files/file-system.ts';
import { newReview } from '#main/reviews/new-review.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { openStore } from '#main/store/open-store.ts';
import { printReviewFile } from '#main/store/review-file.ts';
import { LINE_LIMIT } from '#shared/base/limits.ts';
import { holdingFolder } from './hold-folder.ts';
import { type CommandIo, type ExitStatus, UsageError } from './io.ts';
import { builtInOf, dataFolderOf } from './load.ts';
import { noOperands, OUT_OPTIONS, readOptions } from './options.ts';
import { templateOf } from './template-of.ts';
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
