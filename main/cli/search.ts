import { FailureError } from '#main/files/failure.ts';
import { nameTaken, nodeFileSystem } from '#main/files/file-system.ts';
import { printable } from '#main/files/printable.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { openStore } from '#main/store/open-store.ts';
import { QUERY_LIMIT } from '#shared/search/query.ts';
import type { FoundReview } from '#shared/search/result.ts';
import { type CommandIo, type ExitStatus, UsageError } from './io.ts';
import { builtInOf, dataFolderOf } from './load.ts';
import { readOptions } from './options.ts';

/** Reviews that are printed; more than any folder is meant to hold. */
const MOST = 10_000;

export const SEARCH_HELP = `groundwork search WORDS… [--json] [--data DIR]

Finds words in all that was written in all reviews of the data folder, whatever their case and
accents. Every word has to occur in a review; words in double quotes, in that order. Prints the
place and an excerpt of each. Exit status 1 when nothing is found.

  --json        as JSON
  --data DIR    data folder to read
`;

export async function runSearch(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, {
    json: { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  // The shell takes quotes away; what it hands over as one is to be found as one.
  const query = positionals.map((word) => (/\s/u.test(word) && !word.includes('"') ? `"${word}"` : word)).join(' ');
  if (positionals.join('').trim() === '') throw new UsageError('Say what to search for.');
  if (query.length > QUERY_LIMIT) throw new UsageError(`Search for at most ${QUERY_LIMIT} characters.`);
  const layout = dataLayout(dataFolderOf(io, values.data));
  if (!(await nameTaken(nodeFileSystem, layout.reviews)) && values.data !== undefined) {
    throw new FailureError('folder-missing', `${values.data} is not a data folder.`);
  }
  const { store } = openStore(nodeFileSystem, layout, await builtInOf(io));
  const { reviews } = await store.search(query, { most: MOST, isWhole: true });
  if (values.json) io.out(`${JSON.stringify(reviews, null, 2)}\n`);
  else for (const review of reviews) io.out(lines(review));
  return reviews.length > 0 ? 0 : 1;
}

function lines({ id, title, passages, more }: FoundReview): string {
  return [
    `${id}\t${printable(title)}`,
    ...passages.map(({ where, excerpt }) => {
      const text = excerpt.map((part) => part.text).join('');
      return `  ${printable(where)}: ${printable(text.replace(/\s+/gu, ' '))}`;
    }),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
