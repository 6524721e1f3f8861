import { readBounded } from '#main/files/file-system.ts';
import { dataLayout, reviewPath } from '#main/store/data-folder.ts';
import { parseStoredReview, printReviewFile } from '#main/store/review-file.ts';
import { type Pick, randomly } from '../random-edits.ts';
import { FAULTS } from './faulty-files.ts';
import { groundIn, judge, layAgain, learn, perform } from './ground.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { type Outcome, type RunOptions, Tally } from './outcome.ts';

/**
 * Lets every call to the file system of every operation go wrong in every way, and looks at what is there afterwards.
 * @param count how many cases are tried, by chance; all of them where there are no more
 */
export async function runFaults({ count, seed, folder, say, stop, isControl = false }: RunOptions): Promise<Outcome> {
  const pick = randomly(seed);
  const tally = new Tally('calls', ['cases', 'operations', 'acknowledged', 'refused', 'crashed']);
  const ground = await groundIn(folder);
  const known = await learn(ground, isControl ? [CONTROL] : operationsFor(count, pick));
  const cases = [...known].flatMap(([operation, { calls }]) =>
    Array.from({ length: calls }, (_, at) =>
      FAULTS.filter((fault) => !(operation.isKilledOnly && fault === 'crash after')).map((fault) => ({
        operation,
        at,
        fault,
      })),
    ).flat(),
  );
  const chosen = cases.length <= count ? cases : Array.from({ length: count }, () => cases[pick(cases.length)]);
  tally.count('cases', cases.length);
  tally.count('operations', known.size);
  for (const [number, entry] of chosen.entries()) {
    if (number % 500 === 0) say?.(`${number} of ${chosen.length} calls went wrong`);
    const about = entry && known.get(entry.operation);
    if (!about || stop?.aborted) continue;
    const { operation, at, fault } = entry;
    await layAgain(ground);
    await operation.before?.(ground.folders, ground.prepared);
    const done = await perform(ground, operation, { at, fault });
    const where = `${operation.name}, ${fault} at call ${at} (${done.end})`;
    await judge(ground, about, { done, where, tally });
  }
  return tally.outcome;
}

/** All operations, or a few by chance for a few cases: to learn what an operation does takes longer than to try it. */
function operationsFor(count: number, pick: Pick): readonly Operation[] {
  const left = [...OPERATIONS];
  const many = Math.ceil(count / 4);
  return many < left.length ? Array.from({ length: many }, () => left.splice(pick(left.length), 1)).flat() : left;
}

/** Saves as programs do that think of nothing: into the file itself. */
export const CONTROL: Operation = {
  name: 'saving into the file itself',
  async run({ files, folders, prepared }) {
    const path = reviewPath(dataLayout(folders.data), prepared.edited);
    const stored = parseStoredReview(await readBounded(files, path, 1e6));
    // Longer than before, so that it needs room that is not there.
    const context = {
      ...stored.document.context,
      fields: Object.fromEntries(Array.from('abcdefghijkl', (id) => [id, 'x'.repeat(4_000)])),
    };
    const document = { ...stored.document, title: 'Saved', context };
    const handle = await files.open(path, 'w');
    const bytes = Buffer.from(printReviewFile({ ...stored, document, revision: stored.revision + 1 }));
    await handle.write(bytes, 0, bytes.byteLength, 0);
    await handle.close();
    return true;
  },
  changes: () => ({ 'review Edited 3 times': null, 'review Saved': '1' }),
};
