import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { nodeFileSystem as files } from '#main/files/file-system.ts';
import { sha256 } from '#main/files/hash.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import { openBackup } from '#main/store/backup-read.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { SealedRecords } from '#main/store/sealed-records.ts';
import type { Client } from '#shared/contract/contract.ts';
import { listedReviews, listedTemplates, openedReview } from '../review-calls.ts';
import { type Folders, openFolder } from './open-folder.ts';

/** What a data folder holds, as the program tells it: what is there, with what it says. Absent is what is not there. */
export type FolderState = Readonly<Record<string, string>>;

/** Reads a data folder as a start of the program finds it. Everything that cannot be read is part of the state. */
export async function readState(folders: Folders): Promise<FolderState> {
  const { api, close } = await openFolder(folders);
  const state: Record<string, string> = {};
  const count = (key: string) => {
    state[key] = String(Number(state[key] ?? 0) + 1);
  };
  const { reviews, unreadable } = await listedReviews(api);
  for (const { title } of reviews) count(`review ${title}`);
  for (const { file } of unreadable) count(`unreadable ${file}`);
  const trash = await api['trash.list']({});
  if (trash.kind !== 'list') throw new Error(trash.message);
  for (const { summary } of trash.reviews) count(`trash ${summary.title}`);
  for (const { file } of trash.unreadable) count(`unreadable trash ${file}`);
  const copies = await api['copy.list']({});
  if (copies.kind === 'list') for (const { file } of copies.copies) count(`copy ${file}`);
  const ids = [...reviews.map(({ id }) => id), ...trash.reviews.map(({ summary }) => summary.id)];
  for (const id of new Set(ids)) Object.assign(state, await stateOfReview(folders, api, id));
  const { templates, unreadable: harmed } = await listedTemplates(api);
  for (const { id } of templates) count(`template ${id}`);
  for (const { file } of harmed) count(`unreadable template ${file}`);
  const info = await api['app.info']({});
  state.singleKeys = String('singleKeys' in info && info.singleKeys);
  await close();
  state.key = await stateOfKeys(folders);
  Object.assign(state, await stateOfBackups(folders));
  return state;
}

async function stateOfReview(folders: Folders, api: Client, id: string): Promise<FolderState> {
  const state: Record<string, string> = {};
  const milestones = await api['milestone.list']({ id });
  if (milestones.kind !== 'listed') throw new Error(milestones.message);
  for (const { name } of milestones.milestones) state[`milestone ${name}`] = id;
  for (const { file } of milestones.unreadable) state[`unreadable milestone ${file}`] = id;
  const round = await api['round.now']({ review: id });
  if (round.kind === 'failed') state[`unreadable round ${id}`] = round.message;
  else if (round.round) state[`round ${id}`] = [...round.round.voted, round.round.isRevealed].join();
  const chances = await api['prediction.state']({ id });
  if (chances.kind === 'given' && chances.by.length > 0) state[`chances ${id}`] = chances.by.toSorted().join();
  const record = await stateOfRecord(folders, id);
  if (record !== null) state[`record ${id}`] = record;
  return state;
}

/** The sealed record of a review, by what its two files hold; null where there is none. */
export async function stateOfRecord(folders: Folders, id: string): Promise<string | null> {
  const layout = dataLayout(folders.data);
  const records = new SealedRecords(files, layout.records);
  let state: string | null = null;
  for (const folder of await readdir(join(layout.records, id)).catch(() => [])) {
    const hash = /^([0-9a-f]{64})\.pdf$/.exec(folder)?.[1];
    if (hash === undefined) continue;
    const pair = [await records.latest(id, hash), await records.latestShort(id, hash)];
    state = pair.map((bytes) => (bytes ? sha256(bytes).slice(0, 8) : 'none')).join();
  }
  return state;
}

async function stateOfKeys(folders: Folders): Promise<string> {
  const store = new KeyStore(files, dataLayout(folders.data).keys, { now: () => new Date() });
  const { keys, origin } = await store.open();
  return `${origin} ${keyFingerprint(keys.signingKey).slice(0, 8)}, ${(await store.givenUp()).length} given up`;
}

async function stateOfBackups({ exports }: Folders): Promise<FolderState> {
  const state: Record<string, string> = {};
  let whole = 0;
  for (const name of (await readdir(exports)).filter((file) => file.endsWith('.zip'))) {
    try {
      const backup = await openBackup(files, join(exports, name));
      for (const file of backup.files) await backup.read(file);
      await backup.close();
      whole++;
    } catch {
      state[`unreadable backup ${name}`] = '1';
    }
  }
  state.backups = String(whole);
  return state;
}

/** A state with something else in it; null takes a key out. */
export function stateWith(state: FolderState, changes: Readonly<Record<string, string | null>>): FolderState {
  const entries = Object.entries({ ...state, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Where two states differ, in words; empty when they do not. */
export function differences(expected: FolderState, found: FolderState): readonly string[] {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])].toSorted();
  return keys
    .filter((key) => expected[key] !== found[key])
    .map((key) => `${key}: ${found[key] ?? 'absent'} instead of ${expected[key] ?? 'absent'}`);
}

/** The document of a review, as an editor holds it. */
export async function documentOf(api: Client, id: string) {
  const { document, revision } = await openedReview({ api }, id);
  return { document, revision };
}
