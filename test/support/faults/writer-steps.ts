import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { moveDurably, writeDurably } from '#main/files/durable-write.ts';
import { nameTaken, nodeFileSystem } from '#main/files/file-system.ts';
import { sha256 } from '#main/files/hash.ts';
import { dataLayout, reviewPath } from '#main/store/data-folder.ts';
import { printReviewFile } from '#main/store/review-file.ts';
import { SealedRecords } from '#main/store/sealed-records.ts';
import type { Client } from '#shared/contract/contract.ts';
import type { Pick } from '../random-edits.ts';
import { listedReviews, openedReview, SMALL_TEMPLATE_SHA256 } from '../review-calls.ts';
import { smallReview, smallTemplate } from '../small-review.ts';
import { copiesOf, layCopy, mergeCopy, nameOfCopy } from './copies.ts';
import type { Folders } from './open-folder.ts';

/** What a step works on. */
interface Place {
  readonly api: Client;
  readonly folders: Folders;
  readonly pick: Pick;
  /** No other step has this name. */
  readonly name: string;
  /** Name of a backup in the export folder. */
  readonly backup: string;
  /** A review that can be sealed, and how the state of the folder tells its record. */
  readonly sealed: string;
  readonly seal: string;
}

/** What changes in the state of the folder, all of it or nothing; null for what is gone. */
export type Change = Readonly<Record<string, string | null>>;

interface Step {
  /** Each is there or not there, whatever becomes of the others, when the step does not come to its end. */
  readonly changes: readonly Change[];
  /** Does it; whether it was acknowledged. */
  readonly run: () => Promise<boolean>;
}

/** Begins a step; null where it is not its time. */
type Begin = (place: Place) => Promise<Step | null>;

/** Reviews whose titles say that steps may change them. */
async function changeable({ api }: Place) {
  return (await listedReviews(api)).reviews.filter(({ title }) => /^(?:Edited|w |Voted)/.test(title));
}

async function one(place: Place) {
  const all = await changeable(place);
  return all[place.pick(all.length)] ?? null;
}

const save: Begin = async (place) => {
  const review = await one(place);
  if (!review) return null;
  return saving(place, review);
};

/** Saves a review under another title. */
function saving({ api, name }: Place, review: { readonly id: string; readonly title: string }): Step {
  const title = `w ${name}`;
  return {
    changes: [{ [`review ${review.title}`]: null, [`review ${title}`]: '1' }],
    run: async () => {
      const { document, revision } = await openedReview({ api }, review.id);
      return (await api['review.save']({ baseRevision: revision, document: { ...document, title } })).kind === 'saved';
    },
  };
}

/** Saves a review that an earlier version stored. */
const migrate: Begin = async (place) => {
  const review = await one(place);
  if (!review) return null;
  const path = reviewPath(dataLayout(place.folders.data), review.id);
  const { stampSha256: _, ...file } = JSON.parse(await readFile(path, 'utf8'));
  await writeDurably(nodeFileSystem, path, Buffer.from(JSON.stringify({ ...file, schemaVersion: 1 }, null, 2)));
  return saving(place, review);
};

const bringIn: Begin = async (place) => {
  if ((await changeable(place)).length > 8) return null;
  const template = { id: 'small', version: '1.0.0', sha256: SMALL_TEMPLATE_SHA256 };
  const document = smallReview({ id: randomUUID(), title: `w ${place.name}`, template });
  const text = printReviewFile({ document, revision: 2, savedAt: '2026-02-03T04:05:06Z' }, smallTemplate);
  return {
    changes: [{ [`review ${document.title}`]: '1' }],
    run: async () => (await place.api['review.import']({ text })).kind === 'imported',
  };
};

const milestone: Begin = async (place) => {
  const review = await one(place);
  if (!review) return null;
  const name = `m ${place.name}`;
  return {
    changes: [{ [`milestone ${name}`]: review.id }],
    run: async () => {
      const { revision } = await openedReview(place, review.id);
      return (await place.api['milestone.keep']({ id: review.id, revision, name })).kind === 'kept';
    },
  };
};

const trash: Begin = async (place) => {
  const all = await changeable(place);
  const review = all[place.pick(all.length)];
  if (!review || all.length < 3) return null;
  return {
    changes: [{ [`review ${review.title}`]: null, [`trash ${review.title}`]: '1' }],
    run: async () => (await place.api['review.trash']({ id: review.id })).kind === 'trashed',
  };
};

const restore: Begin = async (place) => {
  const listed = await place.api['trash.list']({});
  const here = new Set((await listedReviews(place.api)).reviews.map(({ id }) => id));
  const found = listed.kind === 'list' ? listed.reviews.find(({ summary }) => !here.has(summary.id)) : undefined;
  if (!found) return null;
  const key = `review ${found.summary.title}`;
  return {
    changes: [{ [key]: '1', [`trash ${found.summary.title}`]: null }],
    run: async () => (await place.api['trash.restore']({ file: found.file })).kind === 'restored',
  };
};

/** Merges a copy that a synchronising program left, and clears it away. */
const merge: Begin = async (place) => {
  const { api, folders, name } = place;
  const review = await one(place);
  if (!review || (await copiesOf(api)).some(({ id }) => id === review.id)) return null;
  const [title, file] = [`w ${name}`, nameOfCopy(review.id)];
  return {
    changes: [
      { [`copy ${file}`]: '1' },
      { [`review ${review.title}`]: null, [`review ${title}`]: '1' },
      { [`copy ${file}`]: null, [`trash ${title}`]: '1' },
    ],
    run: async () => {
      await layCopy(folders, review.id, title);
      return (await mergeCopy(api, review.id, file)) && (await api['copy.clear']({ file })).kind === 'cleared';
    },
  };
};

/** Seals a closed review, whose record of before is put away first. */
const seal: Begin = async ({ api, folders, sealed: id, seal: made, name }) => {
  const folder = join(dataLayout(folders.data).records, id);
  const isSealed = await nameTaken(nodeFileSystem, folder);
  return {
    changes: [...(isSealed ? [{ [`record ${id}`]: null }] : []), { [`record ${id}`]: made }],
    run: async () => {
      if (isSealed) await moveDurably(nodeFileSystem, folder, join(folders.data, `unsealed-${name}`));
      const { revision } = await openedReview({ api }, id);
      return (await api['record.seal']({ id, revision })).kind === 'sealed';
    },
  };
};

/** Keeps another record of it. */
const keepRecord: Begin = async (place) => {
  const { contentSha256 } = await openedReview(place, place.sealed);
  const [full = Buffer.alloc(0), short = Buffer.alloc(0)] = [80_000, 30_000].map((size) =>
    Buffer.alloc(size, place.name),
  );
  const records = new SealedRecords(nodeFileSystem, dataLayout(place.folders.data).records);
  return {
    changes: [{ [`record ${place.sealed}`]: [full, short].map((bytes) => sha256(bytes).slice(0, 8)).join() }],
    run: async () => {
      await records.keep(place.sealed, contentSha256, { full, short });
      return true;
    },
  };
};

const set: Begin = async ({ api, pick }) => {
  const singleKeys = pick(2) === 0;
  return {
    changes: [{ singleKeys: String(singleKeys) }],
    run: async () => (await api['app.set']({ singleKeys })).kind === 'set',
  };
};

const template: Begin = async ({ api, name }) => {
  const id = `t-${name}`;
  const text = JSON.stringify({ ...smallTemplate, id, title: id });
  return {
    changes: [{ [`template ${id}`]: '1' }],
    run: async () => (await api['template.import']({ text, file: 't.json' })).kind === 'imported',
  };
};

const makeBackup: Begin = async ({ api }) => ({
  changes: [],
  run: async () => (await api['backup.make']({})).kind === 'made',
});

/** Puts back what a backup holds, in place of what was saved since. */
const restoreBackup: Begin = async ({ api, backup, pick }) => {
  if (pick(4) > 0) return null;
  const looked = await api['backup.look']({ file: backup });
  if (looked.kind !== 'looked') throw new Error(JSON.stringify(looked));
  const titles = new Map((await listedReviews(api)).reviews.map(({ id, title }) => [id, title]));
  const trashed = await api['trash.list']({});
  const isThrownThere =
    trashed.kind === 'list' && trashed.reviews.some(({ summary }) => summary.title === 'Thrown away');
  return {
    changes: [
      ...looked.added.map(({ title }) => ({ [`review ${title}`]: '1' })),
      ...looked.differing.map(({ id, title }) => ({ [`review ${titles.get(id)}`]: null, [`review ${title}`]: '1' })),
      ...(isThrownThere ? [] : [{ 'trash Thrown away': '1' }]),
    ],
    run: async () => (await api['backup.restore']({ file: backup, replace: true })).kind === 'restored',
  };
};

/** What the writer does, by chance; what stands here more than once, more often. */
export const WRITER_STEPS: readonly Begin[] = [
  ...[save, save, save, save, save, save],
  ...[migrate, bringIn, bringIn, milestone, trash, restore, restore],
  ...[merge, seal, keepRecord, set, template, makeBackup, restoreBackup],
];
