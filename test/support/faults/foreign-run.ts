import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '#main/files/durable-write.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { dataLayout, reviewPath } from '#main/store/data-folder.ts';
import { parseStoredReview, printReviewFile } from '#main/store/review-file.ts';
import { randomly } from '../random-edits.ts';
import { openedReview } from '../review-calls.ts';
import { faultyFiles } from './faulty-files.ts';
import { type Ground, groundIn, layAgain, sweepAll } from './ground.ts';
import { openFolder } from './open-folder.ts';
import { type Outcome, type RunOptions, Tally, tryEach } from './outcome.ts';

/** Calls that a save makes, about. */
const MOST_CALLS = 12;

/**
 * Lets another program replace the file of a review during a save, right before one of the calls that the save makes; in every other
 * try, the program that saves ends at one of the calls from there on. The version of the other one must stay, or be among the
 * earlier versions. The control saves without a look.
 */
export async function runForeignWrites(options: RunOptions): Promise<Outcome> {
  const { seed, folder, isControl = false } = options;
  const pick = randomly(seed);
  const tally = new Tally('foreign', ['refused as out of date', 'saved beside it', 'ended within the save']);
  const ground = await groundIn(folder);
  const layout = dataLayout(ground.folders.data);
  const path = reviewPath(layout, ground.prepared.edited);
  const versions = join(layout.generations, ground.prepared.edited);
  const save = isControl ? saveUnseen : saveInApp;
  // How many calls a save makes is found out on the way.
  let most = MOST_CALLS;
  await tryEach(options, 500, async (number) => {
    await layAgain(ground);
    const title = `Theirs ${number}`;
    const at = pick(most);
    const last = pick(2) === 0 ? at + pick(most - at) : Number.POSITIVE_INFINITY;
    const { calls, end } = await save(ground, { at, last }, () => replaced(path, title));
    most = Math.max(most, calls);
    // One that would have its turn after the last call is no write during the save.
    if (at >= calls) return;
    tally.tried();
    tally.count(end);
    // What the next start does.
    await sweepAll(ground.folders);
    const kept = await Promise.all((await readdir(versions)).map((name) => readFile(join(versions, name))));
    const all = [await readFile(path), ...kept];
    if (!all.some((bytes) => bytes.includes(title)))
      tally.wrong(`A version of others is nowhere, from before call ${at} of ${calls}`);
  });
  return tally.outcome;
}

/** What another program does, which knows nothing of numbers. */
async function replaced(path: string, title: string): Promise<void> {
  const stored = parseStoredReview(await readFile(path));
  const document = { ...stored.document, title };
  await writeDurably(nodeFileSystem, path, Buffer.from(printReviewFile({ ...stored, document })));
}

type Save = (
  ground: Ground,
  /** The call that the other program comes before, and the one after which this one ends. */
  when: { readonly at: number; readonly last: number },
  meddle: () => Promise<void>,
) => Promise<{
  readonly calls: number;
  readonly end: 'saved beside it' | 'refused as out of date' | 'ended within the save';
}>;

const saveInApp: Save = async ({ folders, prepared }, { at, last }, meddle) => {
  const faulty = faultyFiles(async (number) => {
    if (number === at) await meddle();
  });
  const open = await openFolder(folders, faulty.files);
  const { document, revision } = await openedReview(open, prepared.edited);
  faulty.arm(last, 'crash after');
  const saving = open.api['review.save']({ baseRevision: revision, document: { ...document, title: 'Mine' } });
  const answer = await Promise.race([saving, faulty.crashed]);
  const { calls } = faulty;
  faulty.disarm();
  if (answer) await open.close();
  await faulty.closeAll();
  if (!answer) return { calls, end: 'ended within the save' };
  return { calls, end: answer.kind === 'saved' ? 'saved beside it' : 'refused as out of date' };
};

/** The control: a durable write without a look at what it replaces. */
const saveUnseen: Save = async ({ folders, prepared }, _when, meddle) => {
  const path = reviewPath(dataLayout(folders.data), prepared.edited);
  const stored = parseStoredReview(await readFile(path));
  await meddle();
  const document = { ...stored.document, title: 'Mine' };
  await writeDurably(nodeFileSystem, path, Buffer.from(printReviewFile({ ...stored, document })));
  return { calls: MOST_CALLS, end: 'saved beside it' };
};
