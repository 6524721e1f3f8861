import { mkdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { type BuiltIn, loadBuiltIn } from '#main/store/built-in.ts';
import { dataLayout, reviewPath } from '#main/store/data-folder.ts';
import { parseStoredReview } from '#main/store/review-file.ts';
import { ReviewStore } from '#main/store/review-store.ts';
import { TemplateLibrary } from '#main/templates/template-library.ts';
import { writeProgramFolder } from '../program-folder.ts';
import { type Pick, randomly } from '../random-edits.ts';
import { SMALL_TEMPLATE_SHA256 } from '../review-calls.ts';
import { smallReview } from '../small-review.ts';
import { type Outcome, type RunOptions, Tally, tryEach } from './outcome.ts';
import { makeDataFolder } from './prepared-folder.ts';

const HALF_A_YEAR = (365 / 2) * 24 * 60 * 60 * 1000;
/** After so many saves the review is damaged, and what comes back is looked at. */
const SAVES = 5;
const DOCUMENT = smallReview({
  title: 'first',
  template: { id: 'small', version: '1.0.0', sha256: SMALL_TEMPLATE_SHA256 },
});

/**
 * Saves while the computer's clock jumps by years, over restarts, and looks whether the newest is the newest: the one that is
 * there, and the one that comes back when that is damaged. The control goes by the clock.
 */
export async function runClocks(options: RunOptions): Promise<Outcome> {
  const { seed, folder, isControl = false } = options;
  const pick = randomly(seed);
  const tally = new Tally('clocks', ['saves']);
  const program = join(folder, 'program');
  await mkdir(program, { recursive: true });
  await writeProgramFolder(program);
  const builtIn = await loadBuiltIn(nodeFileSystem, program);
  await tryEach(options, 500, async (number) => {
    const data = join(folder, `data-${number}`);
    await makeDataFolder(data);
    const { store, byClock } = await savedOverYears(data, builtIn, pick, tally);
    const path = reviewPath(dataLayout(data), DOCUMENT.id);
    const newest = parseStoredReview(await readFile(path)).document.title;
    await truncate(path, 100);
    const mended = isControl ? byClock : (await store.mend(DOCUMENT.id))?.document.title;
    tally.tried();
    if (newest !== `save ${SAVES}`) tally.wrong(`${newest} was there, and not the last save`);
    if (mended !== `save ${SAVES - 1}`) tally.wrong(`${mended} came back, and not the save before the last`);
  });
  return tally.outcome;
}

/** Some saves, the clock anywhere each time; with a store as after a restart, and the title of the save that was last by the clock. */
async function savedOverYears(data: string, builtIn: BuiltIn, pick: Pick, tally: Tally) {
  const layout = dataLayout(data);
  let clock = Date.UTC(2026, 0, 1);
  const start = () => {
    const templates = new TemplateLibrary(nodeFileSystem, layout, builtIn.templates);
    return new ReviewStore(nodeFileSystem, layout, templates, () => new Date(clock));
  };
  let store = start();
  const [template] = builtIn.templates;
  if (!template) throw new Error('There is no template');
  await store.add({ document: DOCUMENT, revision: 1, savedAt: new Date(clock).toISOString() }, template);
  const titles: { title: string; at: number }[] = [];
  for (let revision = 1; revision <= SAVES; revision++) {
    clock += (pick(40) - 20) * HALF_A_YEAR + pick(1000);
    if (pick(3) === 0) store = start();
    const title = `save ${revision}`;
    const answer = await store.save({ baseRevision: revision, document: { ...DOCUMENT, title } });
    if (answer.kind !== 'saved') tally.wrong(`A save was answered with ${answer.kind}`);
    titles.push({ title, at: clock });
    tally.count('saves');
  }
  return { store: start(), byClock: titles.toSorted((left, right) => right.at - left.at)[0]?.title };
}
