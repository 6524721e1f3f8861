import { readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createForTests, hostInfo, listedReviews, openedReview, openForTests } from '#test/support/open-data-folder.ts';
import { reviewToSign, signAs } from '#test/support/sign-in-app.ts';
import type { Meddle } from '#test/support/watched-files.ts';
import { systemError, watchedFiles } from '#test/support/watched-files.ts';

/** A file system on which a folder was mounted so that it can only be read. */
function readOnlyDisk(): Meddle {
  return ({ name }) => {
    if (['mkdir', 'write', 'rename', 'link', 'unlink', 'swap'].includes(name)) throw systemError('EROFS');
  };
}

async function filesIn(folder: string): Promise<Readonly<Record<string, number>>> {
  const names = await readdir(folder, { recursive: true });
  const states = await Promise.all(names.map((name) => stat(join(folder, name))));
  return Object.fromEntries(names.map((name, index) => [name, states[index]?.mtimeMs ?? 0]));
}

/** A workbook with a sealed review and an open one, opened again on a disk that cannot be written. */
async function setUp() {
  const first = await openForTests();
  const sealed = await reviewToSign(first, ['Ada']);
  await first.api['record.seal']({ id: sealed, revision: await signAs(first, sealed, 1) });
  const { document } = await createForTests(first, 'Open');
  await first.workbook.close();
  const before = await filesIn(first.layout.root);
  const refusal = readOnlyDisk();
  let isMounted = true;
  const { files } = watchedFiles((call) => (isMounted ? refusal(call) : undefined));
  const open = await openForTests({ dataFolder: first.layout.root, appFolder: first.appFolder, files });
  isMounted = false;
  return { ...open, sealed, document, before };
}

it('a folder that can only be read opens, says so, and lets its reviews be read, exported and verified', async () => {
  const { api, sealed, document, exportFolder, layout, before, workbook } = await setUp();
  expect((await hostInfo(api)).readOnly).toMatch(/is read-only.*can be read, exported and verified.*copy it elsewhere/);
  expect((await listedReviews(api)).reviews).toHaveLength(2);
  expect((await openedReview({ api }, document.id)).document.title).toBe('Open');
  expect(await api['seal.state']({ id: sealed })).toMatchObject({ kind: 'sealed' });
  const { revision } = await openedReview({ api }, sealed);
  const target = { kind: 'named', folder: exportFolder, fileName: 'record.pdf', replace: false } as const;
  expect(await api['record.export']({ id: sealed, revision, form: 'pdf', target })).toMatchObject({ kind: 'exported' });
  const pdf = (await readFile(join(exportFolder, 'record.pdf'))).toString('base64');
  expect(await api['record.verify']({ pdf })).toMatchObject({ kind: 'verified', report: { verdict: 'intact' } });
  await workbook.close();
  expect(await filesIn(layout.root)).toEqual(before);
});

it('nothing in it is changed or acknowledged, also where the disk would have let it', async () => {
  const { api, sealed, document, layout, before, workbook } = await setUp();
  const { revision } = await openedReview({ api }, document.id);
  const refused = { kind: 'failed', code: 'read-only', message: expect.stringContaining('is read-only') };
  const changed = { ...document, title: 'Changed' };
  expect(await api['review.save']({ baseRevision: revision, document: changed })).toMatchObject(refused);
  expect(await api['review.trash']({ id: sealed })).toMatchObject(refused);
  expect(await api['review.duplicate']({ id: document.id })).toMatchObject(refused);
  expect(await api['milestone.keep']({ id: document.id, revision, name: 'Now' })).toMatchObject(refused);
  expect(await api['app.set']({ singleKeys: false })).toMatchObject(refused);
  const round = { review: document.id, subject: 'rule.one', question: '', present: ['Ada'] };
  expect(await api['round.open'](round)).toMatchObject(refused);
  expect(await api['backup.schedule']({ every: null })).toMatchObject(refused);
  await workbook.close();
  expect(await filesIn(layout.root)).toEqual(before);
});

it('a folder that is not there yet is not made where nothing can be written', async () => {
  const { files } = watchedFiles(readOnlyDisk());
  await expect(openForTests({ files })).rejects.toThrow('this place does not allow it');
});

it('a file whose state the system refuses hides nothing but itself, and is named', async () => {
  const open = await openForTests();
  const { document } = await createForTests(open, 'Beside it');
  const name = '00000000-0000-4000-8000-000000000001.json';
  const path = join(open.layout.reviews, name);
  // A link that leads to itself: nothing can be known of it.
  await symlink(path, path);
  const listed = await listedReviews(open.api);
  expect(listed.reviews.map(({ id }) => id)).toEqual([document.id]);
  expect(listed.unreadable).toEqual([{ file: name, reason: expect.stringContaining('ELOOP') }]);
  await rm(path);
  await writeFile(path, '');
  expect((await listedReviews(open.api)).unreadable).toHaveLength(1);
});
