import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { Backups } from '#main/reviews/backups.ts';
import { KEYS_NAME } from '#main/store/backup-files.ts';
import { openBackup } from '#main/store/backup-read.ts';
import { loadSettings } from '#main/store/settings.ts';
import {
  createForTests,
  listedReviews,
  logForTests,
  openedReview,
  openForTests,
  temporaryFolder,
} from '#test/support/open-data-folder.ts';
import { watchedFiles } from '#test/support/watched-files.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A data folder with one file, and backups of it on a clock that the test moves. */
async function setUp() {
  const root = join(await temporaryFolder(), 'data');
  const folder = await temporaryFolder();
  await mkdir(join(root, 'reviews'), { recursive: true });
  const settings = await loadSettings(nodeFileSystem, join(root, 'settings.json'), {
    folder: join(root, 'quarantine'),
    told: () => undefined,
  });
  const clock = { now: Date.parse('2026-11-30T08:00:00Z') };
  const log = logForTests();
  const backups = new Backups({ files: nodeFileSystem, root, settings, log, now: () => new Date(clock.now) });
  onTestFinished(() => backups.close());
  await settings.update((data) => Object.assign(data, { backupFolder: folder }));
  return { backups, settings, folder, clock, log };
}

describe('backups that are made by themselves', () => {
  it('are made when one is due, a day or a week after the last, whoever made that', async () => {
    const { backups, settings, folder, clock } = await setUp();
    await backups.makeIfDue();
    expect(await readdir(folder)).toEqual([]);
    await settings.update((data) => Object.assign(data, { backupEvery: 'day' }));
    await backups.makeIfDue();
    expect(await readdir(folder)).toEqual(['groundwork-2026-11-30T080000Z-auto.zip']);
    clock.now += DAY - 1;
    await backups.makeIfDue();
    expect(await readdir(folder)).toHaveLength(1);
    clock.now += 1;
    await backups.make();
    await backups.makeIfDue();
    expect(await readdir(folder)).toHaveLength(2);
    await settings.update((data) => Object.assign(data, { backupEvery: 'week' }));
    clock.now += 7 * DAY;
    await backups.makeIfDue();
    expect((await backups.list()).map(({ madeAt }) => madeAt)).toEqual([
      '2026-12-08T08:00:00Z',
      '2026-12-01T08:00:00Z',
      '2026-11-30T08:00:00Z',
    ]);
  });

  it('are kept ten at most, and nothing else in the folder is touched', async () => {
    const { backups, settings, folder, clock } = await setUp();
    await writeFile(join(folder, 'groundwork-notes.zip'), '');
    await backups.make();
    await settings.update((data) => Object.assign(data, { backupEvery: 'day' }));
    for (let day = 0; day < 12; day++) {
      clock.now += DAY;
      await backups.makeIfDue();
    }
    const names = await readdir(folder);
    expect(names.filter((name) => name.endsWith('-auto.zip'))).toHaveLength(10);
    expect(names).toEqual(expect.arrayContaining(['groundwork-notes.zip', 'groundwork-2026-11-30T080000Z.zip']));
  });

  it('say what is wrong when their folder is gone, and go on when it is back', async () => {
    const { backups, settings, folder, log } = await setUp();
    await settings.update((data) => Object.assign(data, { backupEvery: 'day' }));
    await rm(folder, { recursive: true });
    await backups.makeIfDue();
    expect(backups.problem).toContain('The backup could not be written');
    expect(log.entries).toHaveLength(1);
    await expect(backups.list()).rejects.toMatchObject({ failure: { code: 'folder-missing' } });
    await mkdir(folder);
    await backups.makeIfDue();
    expect([backups.problem, (await backups.list()).length]).toEqual(['', 1]);
  });
});

describe('backups by hand', () => {
  it('go to the chosen folder, say what they would restore, and bring back what is gone', async () => {
    const open = await openForTests();
    const { api, exportFolder, layout } = open;
    const { document } = await createForTests(open, 'Kept');
    const other = await createForTests(open, 'Gone');
    expect(await api['backup.make']({})).toMatchObject({ kind: 'failed', code: 'folder-missing' });
    expect(await api['backup.schedule']({ every: 'day' })).toMatchObject({ kind: 'failed' });
    expect(await api['backup.choose']({ folder: exportFolder })).toMatchObject({ kind: 'state', folder: exportFolder });
    expect(await api['backup.make']({})).toMatchObject({ kind: 'made', reviews: 2, damaged: [] });
    const state = await api['backup.state']({});
    const file = state.kind === 'state' ? (state.backups[0]?.file ?? '') : '';
    await rm(join(layout.reviews, `${other.document.id}.json`));
    await api['review.save']({ baseRevision: 1, document: { ...document, title: 'Changed' } });
    const expected = {
      added: [{ id: other.document.id, title: 'Gone' }],
      differing: [{ id: document.id, title: 'Kept' }],
      same: 0,
      unusable: [],
    };
    expect(await api['backup.look']({ file })).toMatchObject({ kind: 'looked', ...expected });
    expect(await api['backup.restore']({ file, replace: false })).toMatchObject({ kind: 'restored', ...expected });
    expect((await openedReview(open, other.document.id)).document.title).toBe('Gone');
    expect((await openedReview(open, document.id)).document.title).toBe('Changed');
    await api['backup.restore']({ file, replace: true });
    expect((await openedReview(open, document.id)).document.title).toBe('Kept');
    const versions = await api['version.list']({ id: document.id });
    expect(versions.kind === 'listed' && versions.versions.length).toBeGreaterThan(0);
  });

  it.each([
    ['a folder that is not there', (root: string) => join(root, 'nowhere')],
    ['a path that is not whole', () => 'backups'],
    ['the data folder itself', (root: string) => root],
  ])('do not go to %s', async (_, folder) => {
    const { api, layout } = await openForTests();
    expect(await api['backup.choose']({ folder: folder(layout.root) })).toMatchObject({ kind: 'failed' });
  });

  it('lead to no file but a backup in that folder', async () => {
    const { api, exportFolder } = await openForTests();
    await api['backup.choose']({ folder: exportFolder });
    await writeFile(join(exportFolder, 'other.zip'), 'x');
    for (const file of ['other.zip', 'groundwork-2026-11-30T080000Z.zip']) {
      expect(await api['backup.look']({ file })).toMatchObject({ kind: 'failed' });
    }
  });
});

describe('backups of the window', () => {
  it('hold chosen reviews, and the keys only under a passphrase', async () => {
    const open = await openForTests();
    const { document } = await createForTests(open, 'In it');
    const other = (await createForTests(open, 'Not in it')).document;
    await open.api['backup.choose']({ folder: open.exportFolder });
    const passphrase = 'plover basket nimbus forge';
    const made = await open.api['backup.make']({ only: [document.id], passphrase });
    if (made.kind !== 'made') throw new Error(JSON.stringify(made));
    expect(made.reviews).toBe(1);
    const backup = await openBackup(nodeFileSystem, made.path);
    onTestFinished(() => backup.close());
    expect(backup.manifest.isWhole).toBe(false);
    const names = backup.files.map(({ path }) => path);
    expect(names).toContain(`reviews/${document.id}.json`);
    expect(names.filter((name) => name.includes(other.id))).toEqual([]);
    expect(names).toContain(KEYS_NAME);
    // Short ones are refused before anything is made.
    expect((await open.api['backup.make']({ passphrase: 'short' })).kind).toBe('failed');
  });

  it('bring back only the chosen reviews', async () => {
    const open = await openForTests();
    const [first, second] = [await createForTests(open, 'First'), await createForTests(open, 'Second')];
    await open.api['backup.choose']({ folder: open.exportFolder });
    const made = await open.api['backup.make']({});
    if (made.kind !== 'made') throw new Error(made.kind);
    for (const { document } of [first, second]) await rm(join(open.layout.reviews, `${document.id}.json`));
    const restored = await open.api['backup.restore']({
      file: basename(made.path),
      replace: false,
      only: [second.document.id],
    });
    expect(restored).toMatchObject({ kind: 'restored', added: [{ title: 'Second' }] });
    expect((await listedReviews(open.api)).reviews.map(({ title }) => title)).toEqual(['Second']);
  });

  it('are cancelled without a trace, and a restoring before its first file', async () => {
    let meanwhile = async (): Promise<unknown> => undefined;
    const { files } = watchedFiles(async ({ name, file }) => {
      if (name === 'open' && (file.endsWith('.json') || file.endsWith('.zip'))) await meanwhile();
    });
    const open = await openForTests({ files });
    const { document } = await createForTests(open, 'First');
    await open.api['backup.choose']({ folder: open.exportFolder });
    const whole = await open.api['backup.make']({});
    if (whole.kind !== 'made') throw new Error(whole.kind);
    const before = await readdir(open.exportFolder);
    const job = randomUUID();
    const cancel = async () => void (await open.api['job.cancel']({ job }));
    meanwhile = cancel;
    expect(await open.api['backup.make']({ job })).toEqual({ kind: 'cancelled' });
    expect(await readdir(open.exportFolder)).toEqual(before);
    await rm(join(open.layout.reviews, `${document.id}.json`));
    const restoring = { file: basename(whole.path), replace: false, job };
    expect(await open.api['backup.restore'](restoring)).toEqual({ kind: 'cancelled' });
    meanwhile = async () => undefined;
    expect((await listedReviews(open.api)).reviews).toEqual([]);
    expect(await open.api['backup.restore'](restoring)).toMatchObject({
      kind: 'restored',
      added: [{ title: 'First' }],
    });
  });
});
