import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { loadSettings } from '#main/store/settings.ts';
import { openForTests, temporaryFolder } from '#test/support/open-data-folder.ts';
import { writeBoth } from '#test/support/twins.ts';
import { systemError, watchedFiles } from '#test/support/watched-files.ts';

async function settingsIn(root: string) {
  const told: string[] = [];
  const folder = join(root, 'quarantine');
  const settings = await loadSettings(nodeFileSystem, join(root, 'settings.json'), {
    folder,
    told: (what) => told.push(what),
  });
  return { settings, told, folder };
}

it('settings of earlier versions are taken over', async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, 'settings.json'), '{"exportFolder":"/out","adrFolder":null,"paper":"letter"}');
  const { settings, told } = await settingsIn(root);
  expect(settings.data).toMatchObject({ exportFolder: '/out', paper: 'letter', singleKeys: true });
  expect(told).toEqual([]);
});

it('damaged settings come back from their copy; without one they start afresh and are kept elsewhere', async () => {
  const root = await temporaryFolder();
  const path = join(root, 'settings.json');
  const first = await settingsIn(root);
  await first.settings.update((data) => Object.assign(data, { paper: 'letter' }));
  const whole = await readFile(path, 'utf8');
  await writeFile(path, whole.replace('letter', 'a4'));
  expect((await settingsIn(root)).settings.data.paper).toBe('letter');
  await writeBoth(path, '{"paper":"letter","singleKeyz":false}');
  const fresh = await settingsIn(root);
  expect(fresh.settings.data).toMatchObject({ paper: 'a4', singleKeys: true });
  expect(fresh.told).toEqual([expect.stringContaining('start afresh')]);
  const kept = (await readdir(fresh.folder)).filter((name) => name.endsWith('.json'));
  expect(kept).toHaveLength(2);
});

it('a setting that could not be kept is not said to be', async () => {
  let isFull = false;
  const { files } = watchedFiles(({ name }) => {
    if (isFull && name === 'write') throw systemError('ENOSPC');
  });
  const { api } = await openForTests({ files });
  isFull = true;
  expect(await api['app.set']({ singleKeys: false })).toMatchObject({ kind: 'failed', code: 'disk-full' });
  isFull = false;
  expect(await api['app.set']({ singleKeys: false })).toEqual({ kind: 'set' });
});
