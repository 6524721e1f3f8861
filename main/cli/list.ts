import { FailureError } from '#main/files/failure.ts';
import { nameTaken, nodeFileSystem } from '#main/files/file-system.ts';
import { printable } from '#main/files/printable.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { openStore } from '#main/store/open-store.ts';
import { SIGN_OFF_WORDS } from '#shared/kinds/sign-off/words.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import type { CommandIo, ExitStatus } from './io.ts';
import { builtInOf, dataFolderOf } from './load.ts';
import { noOperands, readOptions } from './options.ts';

export const LIST_HELP = `groundwork list [--json] [--data DIR]

Lists the reviews of the data folder, last saved first. Exit status 1 when a file in it
cannot be read; the others are listed all the same.

  --json        as JSON, with everything the home screen shows
  --data DIR    data folder to read
`;

export async function runList(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, {
    json: { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  noOperands(positionals);
  const layout = dataLayout(dataFolderOf(io, values.data));
  if (!(await nameTaken(nodeFileSystem, layout.reviews))) {
    // A mistyped folder must not look like an empty one; the platform's own may not exist yet.
    if (values.data !== undefined) throw new FailureError('folder-missing', `${values.data} is not a data folder.`);
    if (values.json) io.out('[]\n');
    return 0;
  }
  const { store } = openStore(nodeFileSystem, layout, await builtInOf(io));
  const { reviews, unreadable } = await store.list();
  if (values.json) io.out(`${JSON.stringify(reviews, null, 2)}\n`);
  else for (const review of reviews) io.out(`${line(review)}\n`);
  for (const { file, reason } of unreadable) io.err(`${printable(file)}: ${printable(reason)}\n`);
  return unreadable.length === 0 ? 0 : 1;
}

function line(review: ReviewSummary): string {
  const decision = review.decision ? [review.decision.name, review.decision.stage].filter(Boolean).join(', ') : '–';
  return [
    review.id,
    review.savedAt.slice(0, 10),
    review.title,
    review.component || '–',
    review.outcome?.name ?? '–',
    decision,
    `${review.sectionsComplete}/${review.sections}`,
    SIGN_OFF_WORDS[review.signOff],
  ]
    .map(printable)
    .join('\t');
}
