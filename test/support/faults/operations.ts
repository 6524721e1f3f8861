import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { sha256 } from '#main/files/hash.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import { newWorkbookKeys } from '#main/seal/workbook-keys.ts';
import { dataLayout, reviewPath } from '#main/store/data-folder.ts';
import { holdDataFolder } from '#main/store/hold-data-folder.ts';
import { SealedRecords } from '#main/store/sealed-records.ts';
import type { Client } from '#shared/contract/contract.ts';
import { SAMPLE_ID } from '../program-folder.ts';
import { SMALL_TEMPLATE_SHA256 } from '../review-calls.ts';
import { copiesOf, layCopy, mergeCopy, nameOfCopy } from './copies.ts';
import { documentOf, type FolderState } from './folder-state.ts';
import type { Folders } from './open-folder.ts';
import { AT, ballotOf, FOREIGN, type Prepared, TEMPLATES } from './prepared-folder.ts';

/** What an operation works on. */
export interface Place {
  readonly api: Client;
  readonly files: FileSystem;
  readonly folders: Folders;
  readonly prepared: Prepared;
}

/** Something that is acknowledged only when it is on disk. */
export interface Operation {
  readonly name: string;
  /** Makes ready what it needs, before it is watched. */
  readonly before?: (folders: Folders, prepared: Prepared) => Promise<void>;
  /** Whether what it leaves half-way would hold up this process: only processes that are killed show how it ends. */
  readonly isKilledOnly?: boolean;
  /** Does it. Gives whether it was acknowledged; throws where it was refused. */
  readonly run: (place: Place) => Promise<boolean>;
  /** What is otherwise afterwards; null for what is gone. */
  readonly changes: (prepared: Prepared, before: FolderState) => Readonly<Record<string, string | null>>;
  /** What is left where the disk takes nothing from the middle on, not even the way back: nothing is lost, and trying again ends it. */
  readonly halfway?: Readonly<Record<string, string | null>>;
}

const OTHER_KEYS = newWorkbookKeys(new Date(AT));
const PAIR = { full: Buffer.alloc(60_000, 'full'), short: Buffer.alloc(20_000, 'short') };

async function save({ api, prepared }: Place, title: string): Promise<boolean> {
  const { document, revision } = await documentOf(api, prepared.edited);
  const answer = await api['review.save']({ baseRevision: revision, document: { ...document, title } });
  return answer.kind === 'saved';
}

/** Writes the file of a review as versions before 0.6.0 did. */
async function inFormOne(folders: Folders, { edited }: Prepared): Promise<void> {
  const path = reviewPath(dataLayout(folders.data), edited);
  const { stampSha256: _, ...file } = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, `${JSON.stringify({ ...file, schemaVersion: 1 }, null, 2)}\n`);
}

const NEW = { templateSha256: SMALL_TEMPLATE_SHA256, title: 'Made', component: 'Parser', candidate: '', current: '' };
const EDITED = 'review Edited 3 times';

/** Everything that writes into a data folder or beside it. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'saving',
    run: (place) => save(place, 'Saved'),
    changes: () => ({ [EDITED]: null, 'review Saved': '1' }),
  },
  {
    name: 'saving a review of form 1',
    before: inFormOne,
    run: (place) => save(place, 'Saved'),
    changes: () => ({ [EDITED]: null, 'review Saved': '1' }),
  },
  {
    name: 'importing a signed review',
    run: async ({ api }) => {
      const text = FOREIGN.replaceAll('11111111', '99999999').replace(/"sha256": ".*",\n {2}"stampSha256": ".*",/, '');
      return (await api['review.import']({ text })).kind === 'imported';
    },
    changes: () => ({ 'review From elsewhere': '2' }),
  },
  {
    name: 'making a review',
    run: async ({ api }) => (await api['review.create'](NEW)).kind === 'created',
    changes: () => ({ 'review Made': '1' }),
  },
  {
    name: 'duplicating a review',
    run: async ({ api, prepared: { edited: id } }) => (await api['review.duplicate']({ id })).kind === 'imported',
    changes: () => ({ [`${EDITED} (copy)`]: '1' }),
  },
  {
    name: 'opening a sample',
    run: async ({ api }) => (await api['sample.open']({ id: SAMPLE_ID })).kind === 'imported',
    changes: () => ({ 'review An example': '1' }),
  },
  {
    name: 'merging a copy',
    before: async (folders, { edited }) => void (await layCopy(folders, edited, 'Merged')),
    run: async ({ api, prepared: { edited } }) => {
      const [copy] = await copiesOf(api);
      return copy !== undefined && mergeCopy(api, edited, copy.file);
    },
    changes: () => ({ [EDITED]: null, 'review Merged': '1' }),
  },
  {
    name: 'clearing a copy away',
    before: async (folders, { edited }) => void (await layCopy(folders, edited, 'Merged')),
    run: async ({ api }) => {
      const [copy] = await copiesOf(api);
      return copy !== undefined && (await api['copy.clear']({ file: copy.file })).kind === 'cleared';
    },
    changes: ({ edited }) => ({ [`copy ${nameOfCopy(edited)}`]: null, 'trash Merged': '1' }),
  },
  {
    name: 'keeping a copy',
    before: async (folders, { edited }) => void (await layCopy(folders, edited, 'Merged')),
    run: async ({ api }) => {
      const [copy] = await copiesOf(api);
      return copy !== undefined && (await api['copy.keep']({ file: copy.file })).kind === 'imported';
    },
    changes: ({ edited }) => ({ [`copy ${nameOfCopy(edited)}`]: null, 'trash Merged': '1', 'review Merged': '1' }),
    halfway: { 'review Merged': '1' },
  },
  {
    name: 'sealing',
    before: ({ data }, { sealed }) => rm(join(dataLayout(data).records, sealed), { recursive: true }),
    run: async ({ api, prepared: { sealed: id } }) => {
      const { revision } = await documentOf(api, id);
      return (await api['record.seal']({ id, revision })).kind === 'sealed';
    },
    changes: ({ sealed, seal }) => ({ [`record ${sealed}`]: seal }),
  },
  {
    name: 'moving to the trash',
    run: async ({ api, prepared }) => (await api['review.trash']({ id: prepared.voted })).kind === 'trashed',
    changes: () => ({ 'review Voted on': null, 'trash Voted on': '1' }),
  },
  {
    name: 'bringing back from the trash',
    run: async ({ api, prepared }) =>
      (await api['trash.restore']({ file: `${prepared.thrown}.json` })).kind === 'restored',
    changes: () => ({ 'review Thrown away': '1', 'trash Thrown away': null }),
  },
  {
    name: 'deleting for good',
    run: async ({ api, prepared }) =>
      (await api['trash.delete']({ file: `${prepared.thrown}.json` })).kind === 'deleted',
    changes: () => ({ 'trash Thrown away': null }),
  },
  {
    name: 'keeping a milestone',
    run: async ({ api, prepared: { edited: id } }) => {
      const { revision } = await documentOf(api, id);
      return (await api['milestone.keep']({ id, revision, name: 'Now' })).kind === 'kept';
    },
    changes: ({ edited }) => ({ 'milestone Now': edited }),
  },
  {
    name: 'mending a damaged review',
    before: (folders, { edited }) => truncate(reviewPath(dataLayout(folders.data), edited), 300),
    run: async ({ api, prepared: { edited: id } }) => (await api['review.mend']({ id })).kind === 'mended',
    changes: ({ edited }) => ({
      [`unreadable ${edited}.json`]: null,
      'review Edited 2 times': '1',
      'milestone After 1': edited,
      'milestone After 2': edited,
    }),
  },
  {
    name: 'setting something',
    run: async ({ api }) => (await api['app.set']({ singleKeys: true })).kind === 'set',
    changes: () => ({ singleKeys: 'true' }),
  },
  {
    name: 'importing a template',
    run: async ({ api }) =>
      (await api['template.import']({ text: TEMPLATES[1] ?? '', file: 'another.json' })).kind === 'imported',
    changes: () => ({ 'template another': '1' }),
  },
  {
    name: 'opening a round',
    run: async ({ api, prepared: { edited: review } }) =>
      (await api['round.open']({ review, subject: 'rule.one', question: 'One?', present: ['Ada'] })).kind === 'round',
    changes: ({ edited }) => ({ [`round ${edited}`]: 'false' }),
  },
  {
    name: 'voting',
    run: async ({ api, prepared: { voted: review, round } }) =>
      (await api['round.vote']({ review, round, ballot: ballotOf('Ben') })).kind === 'round',
    changes: ({ voted }) => ({ [`round ${voted}`]: 'Ada,Ben,false' }),
  },
  {
    name: 'revealing a round',
    run: async ({ api, prepared: { voted: review, round } }) =>
      (await api['round.reveal']({ review, round, because: 'Late' })).kind === 'revealed',
    changes: ({ voted }) => ({ [`round ${voted}`]: 'Ada,true' }),
  },
  {
    name: 'discarding a round',
    run: async ({ api, prepared: { voted: review, round } }) =>
      (await api['round.discard']({ review, round })).kind === 'discarded',
    changes: ({ voted }) => ({ [`round ${voted}`]: null }),
  },
  {
    name: 'giving a chance',
    run: async ({ api, prepared: { predicted: id } }) =>
      (await api['prediction.give']({ id, by: 'approver-2', at: AT, chances: { p: 30 } })).kind === 'given',
    changes: ({ predicted }) => ({ [`chances ${predicted}`]: 'approver-1,approver-2' }),
  },
  {
    name: 'keeping a sealed record',
    run: async ({ api, files, folders, prepared: { sealed: id } }) => {
      const { contentSha256 } = await contentOf(api, id);
      await new SealedRecords(files, dataLayout(folders.data).records).keep(id, contentSha256, PAIR);
      return true;
    },
    changes: ({ sealed }) => ({
      [`record ${sealed}`]: [PAIR.full, PAIR.short].map((bytes) => sha256(bytes).slice(0, 8)).join(),
    }),
  },
  {
    name: 'restoring keys',
    run: async ({ files, folders }) => {
      await new KeyStore(files, dataLayout(folders.data).keys, { now: () => new Date(AT) }).restore(OTHER_KEYS);
      return true;
    },
    changes: () => ({ key: `kept ${keyFingerprint(OTHER_KEYS.signingKey).slice(0, 8)}, 1 given up` }),
  },
  {
    name: 'making a backup',
    isKilledOnly: true,
    run: async (place) => (await chooseFolder(place)) && (await place.api['backup.make']({})).kind === 'made',
    changes: (_, { backups }) => ({ backups: String(Number(backups) + 1) }),
  },
  {
    name: 'restoring a backup',
    isKilledOnly: true,
    before: (folders, { voted }) => rm(reviewPath(dataLayout(folders.data), voted)),
    run: async (place) => {
      if (!(await chooseFolder(place))) return false;
      const answer = await place.api['backup.restore']({ file: place.prepared.backup, replace: false });
      // What could not be restored is said file by file.
      return answer.kind === 'restored' && answer.unusable.length === 0;
    },
    changes: ({ voted }) => ({ 'review Voted on': '1', [`round ${voted}`]: 'Ada,false' }),
  },
  {
    name: 'starting',
    isKilledOnly: true,
    run: async ({ files, folders }) => {
      const held = await holdDataFolder(files, dataLayout(join(folders.data)), 'command-line');
      if (held.kind === 'held') await held.lock.release();
      return held.kind === 'held';
    },
    changes: () => ({}),
  },
];

/** The settings still name the folder that the data folder was copied from. */
async function chooseFolder({ api, folders }: Place): Promise<boolean> {
  return (await api['backup.choose']({ folder: folders.exports })).kind === 'state';
}

async function contentOf(api: Client, id: string) {
  const opened = await api['review.open']({ id });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  return opened;
}
