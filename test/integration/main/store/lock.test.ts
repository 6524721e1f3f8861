import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type OpenResult, openWorkbook } from '#main/api/workbook.ts';
import { bundleEntry } from '#test/support/bundle-entry.ts';
import {
  appFolderForTests,
  createForTests,
  hostInfo,
  logForTests,
  openForTests,
  platformForTests,
  temporaryFolder,
} from '#test/support/open-data-folder.ts';
import { failing, watchedFiles } from '#test/support/watched-files.ts';

async function start(script: string, ...args: string[]): Promise<ChildProcess & { answer: string }> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [answer] = (await once(child.stdout, 'data')) as [Buffer];
  return Object.assign(child, { answer: answer.toString().trim() });
}

async function fileBeside(path: string): Promise<string> {
  await writeFile(`${path}.new`, '');
  return `${path}.new`;
}

async function tryOpen(dataFolder: string, appFolder: string, files?: ReturnType<typeof watchedFiles>['files']) {
  const result: OpenResult = await openWorkbook({
    dataFolder,
    appFolder,
    platform: platformForTests(dataFolder),
    log: logForTests(),
    ...(files && { files }),
  });
  if (result.kind === 'opened') onTestFinished(() => result.workbook.close());
  return result;
}

describe('the lock of a data folder', () => {
  it('is refused to a second program, which says who holds it, and free again after kill -9', async () => {
    const dataFolder = join(await temporaryFolder(), 'data');
    const appFolder = await appFolderForTests();
    const script = await bundleEntry('test/support/hold-data-folder.ts');
    const first = await start(script, dataFolder, appFolder);
    expect(first.answer).toBe('opened');

    const refused = await tryOpen(dataFolder, appFolder);
    expect(refused.kind).toBe('locked');
    const message = refused.kind === 'locked' ? refused.message : '';
    expect(message).toContain('Groundwork in a browser');
    expect(message).toContain(`process ${first.pid} on ${hostname()}`);
    expect(message).toMatch(/since .*\d{4}.*--data/);
    expect((await start(script, dataFolder, appFolder)).answer).toBe('locked');

    first.kill('SIGKILL');
    await once(first, 'exit');
    const opened = await tryOpen(dataFolder, appFolder);
    expect(opened.kind).toBe('opened');
    const holder: unknown = JSON.parse(await readFile(join(dataFolder, 'groundwork.lock.json'), 'utf8'));
    expect(holder).toMatchObject({ pid: process.pid, kind: 'loopback' });
  });

  it('holds within one process too, and closing frees it', async () => {
    const first = await openForTests();
    const { root } = first.layout;
    expect((await tryOpen(root, first.appFolder)).kind).toBe('locked');
    await Promise.all([first.workbook.close(), first.workbook.close()]);
    expect((await tryOpen(root, first.appFolder)).kind).toBe('opened');
  });

  it.runIf(['linux', 'win32'].includes(process.platform)).each([
    ['deleted', async (path: string) => rm(path)],
    ['replaced', async (path: string) => rename(await fileBeside(path), path)],
  ])('holds on when its file is %s, also by another path to the folder', async (_, harm) => {
    const first = await openForTests();
    const { root, lock, lockHolder } = first.layout;
    await harm(lock);
    expect((await tryOpen(root, first.appFolder)).kind).toBe('locked');
    await rm(lockHolder);
    const link = join(await temporaryFolder(), 'link');
    await symlink(root, link);
    expect((await tryOpen(link, first.appFolder)).kind).toBe('locked');
    await first.workbook.close();
    expect((await tryOpen(link, first.appFolder)).kind).toBe('opened');
  });

  it('still refuses when nobody can tell who holds it', async () => {
    const first = await openForTests();
    await writeFile(first.layout.lockHolder, 'torn');
    expect(await tryOpen(first.layout.root, first.appFolder)).toMatchObject({
      kind: 'locked',
      message: expect.stringContaining('Another program'),
    });
  });
});

describe('opening a data folder', () => {
  it('makes it, for its owner only', async () => {
    const { layout } = await openForTests();
    expect((await readdir(layout.root)).toSorted()).toEqual([
      'generations',
      'groundwork.lock',
      'groundwork.lock.json',
      'milestones',
      'records',
      'reviews',
      'templates',
      'trash',
    ]);
  });

  it('says what is wrong with a place that cannot be one', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'file');
    await writeFile(file, '');
    const appFolder = await appFolderForTests();
    for (const place of [file, join(file, 'below')]) {
      const result = await tryOpen(place, appFolder);
      expect(result.kind).toBe('unusable');
      expect(result.kind === 'unusable' && result.message).toContain(place);
    }
  });

  it.each([
    ['mkdir', 'EACCES', 'permissions'],
    ['open', 'EROFS', 'permissions'],
    ['write', 'ENOSPC', 'full'],
  ])('is unusable where %s fails with %s, and can be opened later', async (name, code, words) => {
    const dataFolder = join(await temporaryFolder(), 'data');
    const appFolder = await appFolderForTests();
    const { files } = watchedFiles(failing(name, code));
    expect(await tryOpen(dataFolder, appFolder, files)).toMatchObject({
      kind: 'unusable',
      message: expect.stringContaining(words),
    });
    expect((await tryOpen(dataFolder, appFolder)).kind).toBe('opened');
  });

  it.each(['reviews', 'keys', 'records/0f8fad5b-d9cb-469f-a165-70867728950e', 'open-rounds', 'predictions'])(
    'removes what an interrupted write left behind in %s, and nothing else',
    async (name) => {
      const dataFolder = await temporaryFolder();
      const folder = join(dataFolder, name);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, '.groundwork-0f8fad5b-d9cb-469f-a165-70867728950e.tmp'), 'half');
      await writeFile(join(folder, 'mine.tmp'), 'mine');
      const open = await openForTests({ dataFolder });
      expect(await readdir(folder)).toEqual(['mine.tmp']);
      await createForTests(open);
    },
  );

  it('opens although one folder of records cannot be swept', async () => {
    const dataFolder = await temporaryFolder();
    const review = '0f8fad5b-d9cb-469f-a165-70867728950e';
    await mkdir(join(dataFolder, 'records', review), { recursive: true });
    const { files, calls } = watchedFiles(failing('readdir', 'EIO', review));
    expect((await tryOpen(dataFolder, await appFolderForTests(), files)).kind).toBe('opened');
    expect(calls).toContainEqual({ name: 'readdir', file: review });
  });

  it('works on with what it can use of the program’s templates, and logs the rest', async () => {
    const appFolder = await appFolderForTests();
    await writeFile(join(appFolder, 'templates/broken.json'), '{"format":"groundwork-template"}');
    await writeFile(join(appFolder, 'templates/samples/broken.json'), '{');
    const { api, log } = await openForTests({ appFolder });
    const info = await hostInfo(api);
    expect(info.templates.map(({ id }) => id)).toEqual(['small']);
    expect(info.samples).toHaveLength(1);
    expect(log.entries.filter((entry) => entry.includes('broken.json'))).toHaveLength(2);
  });
});
