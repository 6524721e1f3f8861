import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
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

/** A download that ends as told. */
const ends = (error?: unknown) => () => (error === undefined ? Promise.resolve() : Promise.reject(error));
const CLOSED = new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND example.org') });

describe('fetchElectron', () => {
  it('gives the program, and forgets that it failed before', async () => {
    expect(await electron.fetchElectron({}, ends(CLOSED))).toBe('no connection');
    expect(electron.failedRecently()).toBe(true);
    await installer(UNPACK);
    expect(await electron.fetchElectron({}, ends())).toBeNull();
    expect(electron.failedRecently()).toBe(false);
    expect(electron.electronProgram()).toBe(path.join(folder, 'node_modules/electron/dist/electron'));
  });

  it.each([
    ['Generated checksum for "electron.zip" did not match', 'what arrived is not Electron: its checksum is another'],
    ['500 Internal Server Error', 'download failed'],
    ['connect ECONNREFUSED 127.0.0.1:1', 'no connection'],
  ])('says of “%s” that %s', async (message, words) => {
    expect(await electron.fetchElectron({}, ends(new Error(message)))).toBe(words);
  });

  it('that is put off is no failure, and is tried again at the next start', async () => {
    const putOff = new AbortController();
    putOff.abort();
    expect(await electron.fetchElectron({ signal: putOff.signal }, ends(new Error('aborted')))).toBe('put off');
    expect(electron.failedRecently()).toBe(false);
  });

  it('is not content with an installer that fails or leaves no program', async () => {
    for (const code of ['', 'process.exit(1)']) {
      await installer(code);
      expect(await electron.fetchElectron({}, ends())).toMatch(/^its installer (failed|needs Node)/);
    }
  });
});

describe('ELECTRON_OVERRIDE_DIST_PATH', () => {
  it('names the folder of Electron, and nothing else counts then', async () => {
    await installer(UNPACK);
    await electron.fetchElectron({}, ends());
    await mkdir(path.join(folder, 'own'));
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', path.join(folder, 'own'));
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(electron.electronProgram()).toBeNull();
    const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string];
    const program = path.join(folder, 'own', name ?? 'electron');
    await mkdir(path.dirname(program), { recursive: true });
    await writeFile(program, '');
    expect(electron.electronProgram()).toBe(program);
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
