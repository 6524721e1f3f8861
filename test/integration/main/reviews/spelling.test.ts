import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import type { SpellChecker } from '#main/reviews/platform.ts';
import { openBackup } from '#main/store/backup-read.ts';
import { openForTests, reopenForTests } from '#test/support/open-data-folder.ts';
import { writeBoth } from '#test/support/twins.ts';
import { systemError, watchedFiles } from '#test/support/watched-files.ts';

/** A checker that remembers what it was told last. */
function checker(parts: Partial<SpellChecker> = {}) {
  const use = vi.fn(async (_languages: readonly string[], _words: readonly string[]) => undefined);
  return { kind: 'own', offered: ['en-US', 'en-GB', 'de'], use, trouble: () => '', ...parts } satisfies SpellChecker;
}

const shown = async ({ api }: Pick<Awaited<ReturnType<typeof openForTests>>, 'api'>) => {
  const answer = await api['spelling.show']({});
  if (answer.kind !== 'spelling') throw new Error(answer.message);
  return answer;
};

it('begins with English, and keeps the chosen languages and the added words for the next start', async () => {
  const first = checker();
  const open = await openForTests({ platform: { spelling: first } });
  expect(await shown(open)).toMatchObject({ checker: 'own', chosen: ['en-US'], words: [], trouble: '' });
  expect(first.use).toHaveBeenLastCalledWith(['en-US'], []);
  expect(await open.api['spelling.choose']({ languages: ['de', 'de', 'en-GB'] })).toEqual({ kind: 'chosen' });
  for (const word of [' żółć ', 'Groundwork', 'Groundwork']) {
    expect(await open.api['spelling.add']({ word })).toEqual({ kind: 'added' });
  }
  expect(first.use).toHaveBeenLastCalledWith(['de', 'en-GB'], ['Groundwork', 'żółć']);
  const again = await reopenForTests(open);
  const { layout, appFolder } = again;
  await again.workbook.close();
  const second = checker({ offered: ['en-GB'] });
  const later = await openForTests({ dataFolder: layout.root, appFolder, platform: { spelling: second } });
  // A language whose dictionary was taken out is not checked, and is still chosen when it is back.
  expect(await shown(later)).toMatchObject({ chosen: ['en-GB'], words: ['Groundwork', 'żółć'] });
  expect(await later.api['spelling.forget']({ word: 'żółć' })).toEqual({ kind: 'forgotten' });
  expect(second.use).toHaveBeenLastCalledWith(['en-GB'], ['Groundwork']);
});

it('takes one word, and no sentence, nothing invisible and nothing too long for Chromium', async () => {
  const open = await openForTests();
  for (const word of ['two words', '', ' ', 'a\u200bb', 'ż'.repeat(50)]) {
    expect(await open.api['spelling.add']({ word }), word).toMatchObject({ kind: 'failed', code: 'invalid-input' });
  }
  expect(await open.api['spelling.add']({ word: 'ż'.repeat(49) })).toEqual({ kind: 'added' });
});

it('a word that could not be kept is not said to be, and not taken for right', async () => {
  let isFull = false;
  const { files } = watchedFiles(({ name }) => {
    if (isFull && name === 'write') throw systemError('ENOSPC');
  });
  const spelling = checker();
  const open = await openForTests({ files, platform: { spelling } });
  await shown(open);
  isFull = true;
  expect(await open.api['spelling.add']({ word: 'lost' })).toMatchObject({ kind: 'failed', code: 'disk-full' });
  expect(await open.api['spelling.choose']({ languages: [] })).toMatchObject({ kind: 'failed', code: 'disk-full' });
  expect(spelling.use).toHaveBeenCalledOnce();
  isFull = false;
});

it('a damaged list comes back from its copy; without one it is told, not taken for empty and not written over', async () => {
  const open = await openForTests();
  const path = open.layout.ownWords;
  await open.api['spelling.add']({ word: 'kept' });
  await rm(path);
  expect((await shown(open)).words).toEqual(['kept']);
  expect(await readFile(path, 'utf8')).toContain('kept');
  await writeBoth(path, '{"content":{"version":1,"words":["forged"]},"sha256":"0"}');
  expect(await open.api['spelling.show']({})).toMatchObject({ kind: 'failed', code: 'damaged' });
  expect(await open.api['spelling.add']({ word: 'more' })).toMatchObject({ kind: 'failed', code: 'damaged' });
  expect(await readFile(path, 'utf8')).toContain('forged');
});

it('what the host cannot do is told, and the next change is tried all the same', async () => {
  const use = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('No place for dictionaries.'));
  const open = await openForTests({ platform: { spelling: checker({ use }) } });
  expect((await shown(open)).trouble).toBe('No place for dictionaries.');
  expect(open.log.entries.join()).toContain('No place for dictionaries.');
  await open.api['spelling.choose']({ languages: [] });
  expect((await shown(open)).trouble).toBe('');
});

it('words go into a backup, which earlier versions then call newer, and come back beside those that are there', async () => {
  const spelling = checker();
  const open = await openForTests({ platform: { spelling } });
  const made = async () => {
    await open.api['backup.choose']({ folder: open.exportFolder });
    const answer = await open.api['backup.make']({});
    if (answer.kind !== 'made') throw new Error(answer.kind);
    return answer.path;
  };
  const formOf = async (path: string) => {
    const backup = await openBackup(nodeFileSystem, path);
    await backup.close();
    return backup.manifest.formatVersion;
  };
  const without = await made();
  expect(await formOf(without)).toBe(1);
  await rm(without);
  await open.api['spelling.add']({ word: 'before' });
  const path = await made();
  expect(await formOf(path)).toBe(2);
  await open.api['spelling.forget']({ word: 'before' });
  await open.api['spelling.add']({ word: 'after' });
  const file = path.slice(join(open.exportFolder, '/').length);
  expect(await open.api['backup.restore']({ file, replace: false })).toMatchObject({ kind: 'restored', unusable: [] });
  expect((await shown(open)).words).toEqual(['after', 'before']);
  expect(spelling.use).toHaveBeenLastCalledWith(['en-US'], ['after', 'before']);
});
