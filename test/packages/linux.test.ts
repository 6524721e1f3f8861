import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standInElectron } from '#test/support/electron-folder.ts';
import { inProject, ROOT } from '#test/support/project.ts';
import { writeBillOfMaterials } from '../../scripts/lib/bill-of-materials.js';

/**
 * Packages of Linux, built against a stand-in for Electron and opened again: `npm run test:packages`. Not in `npm test`, as it needs
 * programs that nothing else does.
 */
const run = promisify(execFile);

/** Programs that have to be there, and what brings them on Debian. */
const NEEDED = {
  'dpkg-deb': 'dpkg',
  rpm: 'rpm',
  rpmbuild: 'rpm',
  rpm2archive: 'rpm',
  fpm: 'fpm, a Ruby gem',
  '7za': 'p7zip-full',
};

/** Most that an installation may take beside Electron, in bytes. */
const INSTALLED_LIMIT = 64 * 1024 * 1024;

const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];

interface Entry {
  readonly mode: string;
  readonly owner: string;
  readonly size: number;
  readonly file: string;
}

let folder = '';
let release = '';
let opened = '';

/** The path of a program; null where there is none. */
async function found(program: string): Promise<string | null> {
  return run('sh', ['-c', `command -v ${program}`]).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
}

/** The package of an ending. */
async function made(ending: string): Promise<string> {
  const name = (await readdir(release)).find((file) => file.endsWith(ending));
  if (name === undefined) throw new Error(`No package ending in ${ending} was made.`);
  return path.join(release, name);
}

/** What `tar` lists, as files below the folder that is installed. */
function entriesOf(listing: string): readonly Entry[] {
  return listing.split('\n').flatMap((line) => {
    const [mode = '', owner = '', size = '', , , ...name] = line.split(/\s+/);
    return mode.startsWith('-')
      ? [{ mode, owner, size: Number(size), file: name.join(' ').replace(/^\.?\//, '') }]
      : [];
  });
}

const listed = new Map<string, Promise<readonly Entry[]>>();

/** What a package holds; looked at once. */
function entriesIn(ending: string): Promise<readonly Entry[]> {
  const known = listed.get(ending) ?? listEntries(ending);
  listed.set(ending, known);
  return known;
}

async function listEntries(ending: string): Promise<readonly Entry[]> {
  const file = await made(ending);
  if (ending === '.deb') return entriesOf((await run('dpkg-deb', ['-c', file], { maxBuffer: 1e8 })).stdout);
  if (ending === '.tar.gz') return entriesOf((await run('tar', ['tvzf', file], { maxBuffer: 1e8 })).stdout);
  await run('rpm2archive', [file]);
  return entriesOf((await run('tar', ['tvzf', `${file}.tgz`], { maxBuffer: 1e8 })).stdout);
}

beforeAll(async () => {
  const missing = [];
  for (const [program, from] of Object.entries(NEEDED))
    if (!(await found(program))) missing.push(`${program} (${from})`);
  if (missing.length > 0) throw new Error(`To build packages here, install ${missing.join(', ')}.`);
  folder = await mkdtemp(path.join(tmpdir(), 'groundwork packages '));
  release = path.join(folder, 'release');
  await writeBillOfMaterials();
  const electron = await standInElectron(folder, '/bin/true');
  const options = [`-c.electronDist=${electron}`, `-c.directories.output=${release}`];
  await run(
    process.execPath,
    [
      inProject('node_modules/electron-builder/cli.js'),
      '--publish',
      'never',
      '--linux',
      'deb',
      'rpm',
      'tar.gz',
      ...options,
    ],
    {
      cwd: ROOT,
      env: { ...process.env, USE_SYSTEM_FPM: 'true', ELECTRON_BUILDER_7ZIP_PATH: (await found('7za')) ?? '' },
      maxBuffer: 1e8,
    },
  );
  opened = path.join(folder, 'opened');
  await mkdir(opened);
  await run('dpkg-deb', ['-x', await made('.deb'), opened]);
}, 900_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(['.deb', '.rpm', '.tar.gz'])('a %s package', (ending) => {
  it('holds the program, its dictionaries, the licences and the bill of materials, and nothing of how it was made', async () => {
    const files = (await entriesIn(ending)).map(({ file }) =>
      file.replace(/^(opt\/Groundwork|groundwork-[\d.]+)\//, ''),
    );
    expect(files).toEqual(
      expect.arrayContaining([
        ...['groundwork', 'LICENSE.electron.txt', 'LICENSES.chromium.html'],
        ...[
          'app.asar',
          'sbom.cdx.json',
          'LICENSE.groundwork.txt',
          'dictionaries/de.bdic',
          'dictionaries/de-source.zip',
        ].map((file) => `resources/${file}`),
      ]),
    );
    expect(files.filter((file) => /\.(map|ts|tsx)$|(^|\/)(test|docs|scripts)\//.test(file))).toEqual([]);
    // Of the native module only what this system loads.
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([
      `resources/app.asar.unpacked/node_modules/fs-native-extensions/prebuilds/linux-${process.arch}/fs-native-extensions.node`,
    ]);
  });

  it('can be changed by nobody but its owner, and only programs can be run', async () => {
    const entries = await entriesIn(ending);
    expect(entries.filter(({ mode }) => /^.{5}w|^.{8}w|s/.test(mode.slice(0, 10)))).toEqual([]);
    const runnable = entries.filter(({ mode }) => mode.includes('x')).map(({ file }) => path.basename(file));
    expect(runnable.toSorted()).toEqual(['chrome-sandbox', 'groundwork'].filter((name) => runnable.includes(name)));
    expect(runnable).toContain('groundwork');
    if (ending !== '.tar.gz') expect(entries.filter(({ owner }) => !/^(0|root)\/(0|root)$/.test(owner))).toEqual([]);
    expect(entries.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(INSTALLED_LIMIT);
  });
});

describe('an installation on Linux', () => {
  const share = (...parts: readonly string[]) => path.join(opened, 'usr/share', ...parts);

  it('has a menu entry that opens reviews, is offered for PDF, and belongs to the window', async () => {
    const entry = await readFile(share('applications/groundwork.desktop'), 'utf8');
    const value = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(entry)?.[1];
    expect(value('Exec')).toBe('/opt/Groundwork/groundwork %U');
    expect(value('MimeType')?.split(';').filter(Boolean).toSorted()).toEqual([
      'application/pdf',
      'application/x-groundwork',
    ]);
    expect(value('Categories')).toBe('Office;');
    const archive = path.join(opened, 'opt/Groundwork/resources/app.asar');
    const { desktopName } = JSON.parse(extractFile(archive, 'package.json').toString());
    expect(desktopName).toBe('groundwork.desktop');
    expect(value('StartupWMClass')).toBe('groundwork');
    expect(listPackage(archive, { isPack: false })).toContain('/dist/electron/main.js');
  });

  it('has a type for reviews, and an icon in every size', async () => {
    const type = await readFile(share('mime/packages/groundwork.xml'), 'utf8');
    expect(type).toContain('<mime-type type="application/x-groundwork">');
    expect(type).toContain('<glob pattern="*.groundwork"/>');
    for (const size of ICON_SIZES) {
      const icon = await readFile(share(`icons/hicolor/${size}x${size}/apps/groundwork.png`));
      // Width and height stand at the beginning of a PNG.
      expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it('says who made it, under which licence, and what it needs', async () => {
    const { stdout } = await run('dpkg-deb', ['-f', await made('.deb')]);
    expect(stdout).toMatch(/^Depends: libc6, /m);
    expect(stdout).toMatch(/^Section: editors$/m);
    expect(stdout).not.toMatch(/^Recommends:/m);
    expect(await readFile(share('doc/groundwork/copyright'), 'utf8')).toContain('License: Expat');
  });

  it('is found right by those who look at packages', async () => {
    if (await found('desktop-file-validate'))
      await run('desktop-file-validate', [share('applications/groundwork.desktop')]);
    if (await found('lintian'))
      await run('lintian', ['--fail-on', 'error,warning', '--allow-root', await made('.deb')]);
    if (await found('rpmlint')) {
      const { stdout } = await run('rpmlint', ['-c', inProject('build/package/rpmlint.toml'), await made('.rpm')]);
      expect(stdout).toContain('0 errors, 0 warnings');
    }
  });
});
