import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { inProject } from '#test/support/project.ts';

type ElectronModule = typeof import('../../../scripts/lib/electron.js');

let folder = '';
let electron: ElectronModule;

/** The scripts in a project of their own, whose Electron package has a stand-in installer. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'groundwork electron ż '));
  await cp(inProject('scripts/lib'), path.join(folder, 'scripts/lib'), {
    recursive: true,
  });
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  await mkdir(path.join(folder, 'node_modules/electron/dist'), { recursive: true });
  await writeFile(path.join(folder, 'node_modules/electron/package.json'), '{"version":"45.4.1"}');
  electron = await import(pathToFileURL(path.join(folder, 'scripts/lib/electron.js')).href);
  return () => rm(folder, { recursive: true });
});

function installer(code: string): Promise<void> {
  return writeFile(
    path.join(folder, 'node_modules/electron/install.js'),
    `const { writeFileSync } = require('fs');\n${code}`,
  );
}

const UNPACK = ['dist/version:45.4.1', 'dist/electron:', 'path.txt:electron']
  .map((entry) => entry.split(':'))
  .map(([name, content]) => `writeFileSync(__dirname + '/${name}', '${content}');`)
  .join('\n');

describe('fetchElectron', () => {
  it('gives the program, and forgets that it failed before', async () => {
    await installer('throw new Error("fetch failed");');
    expect(await electron.fetchElectron(10_000)).toBe('no connection');
    expect(electron.failedRecently()).toBe(true);
    await installer(UNPACK);
    expect(await electron.fetchElectron(10_000)).toBeNull();
    expect(electron.failedRecently()).toBe(false);
    expect(electron.electronProgram()).toBe(path.join(folder, 'node_modules/electron/dist/electron'));
  });

  it('is ended when its time is up', async () => {
    await installer('setInterval(() => {}, 1000);');
    expect(await electron.fetchElectron(500)).toBe('not done after 0.5 s');
    expect(electron.electronProgram()).toBeNull();
  });

  it('is not content with an installer that leaves no program', async () => {
    await installer('');
    expect(await electron.fetchElectron(10_000)).toBe('download failed');
  });
});

describe('failedRecently', () => {
  it.each([
    ['an hour ago', 1, true],
    ['seven hours ago', 7, false],
    ['in the future, as after a corrected clock', -1, false],
  ])('for a failure %s', async (_when, hours, expected) => {
    await mkdir(path.join(folder, '.cache'));
    const note = JSON.stringify({ failedAt: Date.now() - hours * 60 * 60_000 });
    await writeFile(path.join(folder, '.cache/electron-fetch-failed.json'), note);
    expect(electron.failedRecently()).toBe(expected);
  });

  it('is not the case when nothing was ever tried', () => {
    expect(electron.failedRecently()).toBe(false);
  });
});
