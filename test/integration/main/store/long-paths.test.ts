import { mkdir, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import {
  createForTests,
  openedReview,
  openForTests,
  reopenForTests,
  temporaryFolder,
} from '#test/support/open-data-folder.ts';

/** Longest path that programs of Windows without long paths know, such as its Explorer. */
const WINDOWS_LIMIT = 260;
/** What of it is left to the data folder: the usual one, in a long home folder. */
const LEFT_TO_FOLDER = 120;

async function worked(dataFolder: string) {
  const open = await openForTests({ dataFolder });
  const { document, revision } = await createForTests(open, 'CON: a title of which no file name is made');
  const { id } = document;
  await open.api['review.save']({ baseRevision: revision, document: { ...document, title: 'Saved' } });
  await open.api['milestone.keep']({ id, revision: revision + 1, name: 'Then' });
  await open.api['spelling.add']({ word: 'Groundwork' });
  await open.api['key.show']({});
  const copy = await open.api['review.duplicate']({ id });
  if (copy.kind === 'imported') await open.api['review.trash']({ id: copy.id });
  return { open, id };
}

it('a data folder and an export deeper than Windows’ old limit are used like any other', async () => {
  const deep = Array.from({ length: 8 }, (_, index) => `${index} ${'long folder ż '.repeat(3)}`.trim());
  const root = join(await temporaryFolder(), ...deep);
  expect(root.length).toBeGreaterThan(WINDOWS_LIMIT);
  const { open, id } = await worked(join(root, 'data'));
  const target = {
    kind: 'named',
    folder: join(root, 'exports'),
    fileName: `${'n'.repeat(200)}.md`,
    replace: false,
  } as const;
  await mkdir(target.folder);
  const { revision } = await openedReview(open, id);
  expect(await open.api['record.export']({ id, revision, form: 'markdown', target })).toMatchObject({
    kind: 'exported',
    path: join(target.folder, target.fileName),
  });
  const again = await reopenForTests(open);
  expect((await openedReview(again, id)).document.title).toBe('Saved');
});

it('what is stored has short names that every system takes, and that differ by more than capitals', async () => {
  const { open } = await worked(join(await temporaryFolder(), 'data'));
  const { root } = open.layout;
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  expect(entries.length).toBeGreaterThan(10);
  const paths = entries.map((entry) => relative(root, join(entry.parentPath, entry.name)));
  for (const path of paths) expect(path.length, path).toBeLessThan(WINDOWS_LIMIT - LEFT_TO_FOLDER);
  const names = entries.map(({ name }) => name);
  expect(names.filter((name) => /[<>:"|?*\\]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name))).toEqual([]);
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
});
