import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SPELLING_LANGUAGES } from '#shared/contract/spelling-contract.ts';
import { FUSES, standInElectron } from '#test/support/electron-folder.ts';
import { inProject, ROOT } from '#test/support/project.ts';
import { writeBillOfMaterials } from '../../../scripts/lib/bill-of-materials.js';
import { DICTIONARIES, DICTIONARY_FOLDER } from '../../../scripts/lib/dictionary-list.js';

const run = promisify(execFile);

/** Most that the program itself may take, in bytes; fonts are half of it. */
const ARCHIVE_LIMIT = 54 * 1024 * 1024;

/** Libraries whose packages hold no licence file. */
const WITHOUT_LICENCE_FILE: readonly string[] = [];

let folder = '';
let unpacked = '';
let archive = '';
let files: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'groundwork package '));
  const output = path.join(folder, 'release');
  const options = [`-c.electronDist=${await standInElectron(folder)}`, `-c.directories.output=${output}`];
  await writeBillOfMaterials();
  const builder = path.join(ROOT, 'node_modules/electron-builder/cli.js');
  await run(process.execPath, [builder, '--linux', 'dir', ...options], { cwd: ROOT });
  unpacked = path.join(output, (await readdir(output)).find((name) => name.endsWith('unpacked')) ?? '');
  archive = path.join(unpacked, 'resources/app.asar');
  files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a package', () => {
  it('holds what runs', () => {
    for (const file of [
      '/package.json',
      '/LICENSE',
      '/dist/electron/main.js',
      '/dist/electron/preload.cjs',
      '/dist/workers/worker.js',
      '/dist/renderer/index.html',
      '/templates/rust-adoption.json',
    ]) {
      expect(files).toContain(file);
    }
    expect(files.filter((file) => file.endsWith('.ttf'))).not.toEqual([]);
  });

  it('holds no sources, tests, maps or tools', () => {
    const own = files.filter((file) => !file.startsWith('/node_modules/'));
    expect(
      own.filter((file) => /\.(ts|tsx|map|test\.js)$|^\/(test|scripts|docs|shared|renderer|\.)/.test(file)),
    ).toEqual([]);
    const strange =
      /\/(typescript|vite|vitest|electron|electron-builder|playwright|playwright-core|react-dom)\/|\.(map|ts)$/;
    expect(files.filter((file) => file.startsWith('/node_modules/') && strange.test(file))).toEqual([]);
  });

  it('keeps what the operating system loads itself outside of the archive', async () => {
    const native = path.join(unpacked, 'resources/app.asar.unpacked/node_modules/fs-native-extensions/prebuilds');
    // And only what this system can load.
    expect(await readdir(native)).toEqual([`linux-${process.arch}`]);
  });

  it('stays within its size', async () => {
    expect((await stat(archive)).size).toBeLessThan(ARCHIVE_LIMIT);
  });

  it('may be changed by its owner only', async () => {
    for (const file of ['groundwork', 'resources/app.asar']) {
      expect((await stat(path.join(unpacked, file))).mode & 0o022).toBe(0);
    }
  });

  it('has the fuses set that keep it from running anything else', async () => {
    const binary = await readFile(path.join(unpacked, 'groundwork'), 'latin1');
    const [, wire = ''] = new RegExp(`${FUSES}\\x01\\x09([01r]{9})`).exec(binary) ?? [];
    const [runAsNode, cookies, nodeOptions, inspect, integrity, onlyArchive, snapshot, fileRights, traps] = wire;
    expect({ runAsNode, nodeOptions, inspect, fileRights, cookies, snapshot }).toEqual({
      runAsNode: '0',
      nodeOptions: '0',
      inspect: '0',
      fileRights: '0',
      cookies: '0',
      snapshot: '0',
    });
    expect({ integrity, onlyArchive }).toEqual({ integrity: '1', onlyArchive: '1' });
    // As delivered: no setting of the packager's reaches it.
    expect(traps).toBe('1');
  });

  it('says what it is made of: every library that it holds, what was built into its files, Electron and the fonts', async () => {
    const bill = JSON.parse(await readFile(path.join(unpacked, 'resources/sbom.cdx.json'), 'utf8'));
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'Groundwork' } } });
    const named = (bill.components as { name: string }[]).map(({ name }) => name);
    const held = files.flatMap((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1] ?? []);
    expect(held.length).toBeGreaterThan(3);
    expect(held.filter((name) => !named.includes(name))).toEqual([]);
    for (const name of ['electron', 'react', 'react-aria-components', 'zod', 'Noto Sans'])
      expect(named).toContain(name);
    for (const { name } of DICTIONARIES) expect(named).toContain(name);
    // What only builds and tests is not in it, nor what electron-builder.yml leaves out.
    for (const name of ['vitest', 'playwright', 'html2canvas', 'core-js']) expect(named).not.toContain(name);
    // No folder and no moment of the computer that built it.
    expect(JSON.stringify(bill)).not.toContain(path.basename(ROOT) === 'desktop' ? '"desktop"' : tmpdir());
  });

  it('carries the licences: its own, Electron’s, and that of each library', async () => {
    expect(await readFile(path.join(unpacked, 'resources/LICENSE.groundwork.txt'), 'utf8')).toContain('MIT');
    expect(await readdir(unpacked)).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']));
    const libraries = files.flatMap(
      (file) => /^(\/node_modules\/(?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1] ?? [],
    );
    const without = libraries.filter(
      (at) => !files.some((file) => file.startsWith(`${at}/`) && /licen[cs]e/i.test(file)),
    );
    // These have theirs in package.json only.
    expect(without.map((at) => at.slice('/node_modules/'.length)).toSorted()).toEqual(WITHOUT_LICENCE_FILE);
    expect(files).toEqual(expect.arrayContaining(['/dist/renderer/licences.md', '/dist/electron/licences.md']));
  });

  it('holds a dictionary for each language beside its archive, with its licence and, where that asks for it, its source', async () => {
    const there = await readdir(path.join(unpacked, 'resources/dictionaries'));
    expect(there.toSorted()).toEqual((await readdir(inProject(DICTIONARY_FOLDER))).toSorted());
    for (const { language, licence, withSource = false } of DICTIONARIES) {
      expect(there).toEqual(expect.arrayContaining([`${language}.bdic`, `${language}-license.txt`]));
      expect(there.includes(`${language}-source.zip`), language).toBe(withSource);
      const [, text] = /^((?:GPL|MPL)-[\d.]+?)(?:-only)?$/.exec(licence) ?? [];
      if (text) expect(there).toContain(`${text.toLowerCase()}.txt`);
    }
    expect(DICTIONARIES.map(({ language }) => language)).toEqual(SPELLING_LANGUAGES);
    expect(files.filter((file) => file.endsWith('.bdic'))).toEqual([]);
  });

  it('is registered for reviews, and only offered for PDF', async () => {
    const text = await readFile(path.join(ROOT, 'electron-builder.yml'), 'utf8');
    expect(text).toMatch(/- ext: groundwork\n[\s\S]*?mimeType: application\/x-groundwork\n\s+role: Editor/);
    // The association that all platforms have is not one for PDF: on Windows it would take all of them over.
    const [, shared = ''] = /\nfileAssociations:\n((?: .*\n)+)/.exec(text) ?? [];
    expect(shared).not.toContain('pdf');
    expect(text).toMatch(/- ext: pdf\n(?:.*\n)*?.*rank: Alternate/);
  });

  it('is made for fleets as well: silently, for the machine, portable', async () => {
    const text = await readFile(path.join(ROOT, 'electron-builder.yml'), 'utf8');
    for (const targets of ['[AppImage, deb, rpm, tar.gz]', '[dmg, zip]', '[nsis, msi, portable]'])
      expect(text).toContain(targets);
    expect(text).toMatch(/msi:\n\s+oneClick: true\n\s+perMachine: true/);
    // Nothing looks for updates.
    expect(text).toContain('publish: null');
    expect(files.filter((file) => /updater|app-update/i.test(file))).toEqual([]);
  });
});
