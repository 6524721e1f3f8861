import { mkdir } from 'node:fs/promises';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { printReviewFile } from '#main/store/review-file.ts';
import type { Client } from '#shared/contract/contract.ts';
import { setStatements } from '#shared/follow-up/edit.ts';
import { writeProgramFolder } from '../program-folder.ts';
import { createForTests, listedReviews, openedReview } from '../review-calls.ts';
import { signedReview } from '../sealed-record.ts';
import { reviewToSign, signAs } from '../sign-in-app.ts';
import { smallTemplate } from '../small-review.ts';
import { stateOfRecord } from './folder-state.ts';
import { keepMadeSeals } from './made-seals.ts';
import { type Folders, openFolder } from './open-folder.ts';

/** What lies in a prepared data folder, by what the runs do with it. */
export interface Prepared {
  /** A review with earlier versions and milestones. */
  readonly edited: string;
  /** A review that has an open round with one vote. */
  readonly voted: string;
  readonly round: string;
  /** A closed and sealed review; what sealing it again makes was made beforehand. */
  readonly sealed: string;
  /** How the state of the folder tells that record. */
  readonly seal: string;
  /** A review with a chance that is still private. */
  readonly predicted: string;
  /** A review in the trash. */
  readonly thrown: string;
  /** Name of a backup of all this in the export folder. */
  readonly backup: string;
}

export const AT = '2026-03-02T10:00:00Z';
/** A template from elsewhere, and one more to be imported. */
export const TEMPLATES = ['imported', 'another'].map((id) => JSON.stringify({ ...smallTemplate, id, title: id }));
/** A signed review from elsewhere, as its file. */
export const FOREIGN = printReviewFile(
  {
    document: signedReview(['Zoë'], { id: '11111111-2222-4333-8444-555555555555', title: 'From elsewhere' }),
    revision: 3,
    savedAt: AT,
  },
  smallTemplate,
);

/** Makes the folders, and in the data folder something of every kind that is stored. */
export async function prepareFolder(folders: Folders): Promise<Prepared> {
  await mkdir(folders.exports, { recursive: true });
  await writeProgramFolder(folders.program);
  await makeDataFolder(folders.data);
  const open = await openFolder(folders);
  const { api } = open;
  const edited = await editedReview(api);
  const voted = (await createForTests({ api }, 'Voted on')).document.id;
  const thrown = (await createForTests({ api }, 'Thrown away')).document.id;
  await api['review.trash']({ id: thrown });
  const sealed = await reviewToSign({ api }, ['Ada']);
  const revision = await signAs({ api }, sealed, 1);
  sure(await api['record.seal']({ id: sealed, revision }), 'sealed');
  const seal = (await stateOfRecord(folders, sealed)) ?? '';
  await keepMadeSeals(folders, sealed);
  sure(await api['template.import']({ text: TEMPLATES[0] ?? '', file: 'imported.json' }), 'imported');
  sure(await api['review.import']({ text: FOREIGN }), 'imported');
  sure(await api['app.set']({ singleKeys: false }), 'set');
  sure(await api['spelling.add']({ word: 'Groundwork' }), 'added');
  const opened = await api['round.open']({
    review: voted,
    subject: 'rule.one',
    question: 'One?',
    present: ['Ada', 'Ben'],
  });
  const round = opened.kind === 'round' ? opened.round.id : '';
  sure(await api['round.vote']({ review: voted, round, ballot: ballotOf('Ada') }), 'round');
  const predicted = await predictedReview(api);
  const keys = new KeyStore(nodeFileSystem, dataLayout(folders.data).keys, { now: () => new Date(AT) });
  await keys.giveUp({ keySha256: 'a'.repeat(64), since: AT, reason: 'Lost on a train', successor: 'b'.repeat(64) });
  sure(await api['backup.choose']({ folder: folders.exports }), 'state');
  const made = await api['backup.make']({});
  const backup = made.kind === 'made' ? made.path.slice(folders.exports.length + 1) : '';
  await listedReviews(api);
  await searchedAll(api);
  await open.close();
  return { edited, voted, round, sealed, seal, predicted, thrown, backup };
}

/** The folders of a data folder, as its holder makes them. */
export async function makeDataFolder(root: string): Promise<void> {
  const layout = dataLayout(root);
  const { reviews, templates, trash, milestones, records, generations } = layout;
  for (const folder of [reviews, templates, trash, milestones, records, generations]) {
    await mkdir(folder, { recursive: true });
  }
}

export function ballotOf(voter: string) {
  const answers = [{ judgement: 'rule.one', answer: 'yes' }];
  return { voter, answers, confidence: 'high' as const, reason: `So says ${voter}`, moved: '' };
}

/** Three saves, and a milestone between them. */
async function editedReview(api: Client): Promise<string> {
  const { document } = await createForTests({ api }, 'Edited');
  for (const revision of [1, 2, 3]) {
    const changed = { ...document, title: `Edited ${revision} times` };
    sure(await api['review.save']({ baseRevision: revision, document: changed }), 'saved');
    if (revision === 3) continue;
    const name = `After ${revision}`;
    sure(await api['milestone.keep']({ id: document.id, revision: revision + 1, name }), 'kept');
  }
  return document.id;
}

async function predictedReview(api: Client): Promise<string> {
  const id = await reviewToSign({ api }, ['Ada', 'Bo']);
  const { document, revision } = await openedReview({ api }, id);
  const changed = setStatements(document, [{ id: 'p', text: 'Latency falls', on: '2026-09-01' }]);
  sure(await api['review.save']({ baseRevision: revision, document: changed }), 'saved');
  sure(await api['prediction.give']({ id, by: 'approver-1', at: AT, chances: { p: 70 } }), 'given');
  return id;
}

/** Searches until every text was read, so that they are stored. */
async function searchedAll(api: Client): Promise<void> {
  let answer = await api['review.search']({ text: 'review', most: 10 });
  while (answer.kind === 'found' && answer.reading > 0) {
    answer = await api['review.search']({ text: 'review', most: 10 });
  }
}

/** Ends a preparation that did not go as it must. */
function sure(answer: { readonly kind: string }, kind: string): void {
  if (answer.kind !== kind) throw new Error(`${kind} was expected, and not ${JSON.stringify(answer)}`);
}
