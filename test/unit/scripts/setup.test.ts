import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { inProject } from '#test/support/project.ts';
import { electronProgram } from '../../../scripts/lib/electron.js';
import { fingerprint } from '../../../scripts/lib/fingerprint.js';
import { isInstalled } from '../../../scripts/lib/install.js';
import { isNodeNewEnough, OLDEST_NODE } from '../../../scripts/lib/node-version.js';
import { parseStartOptions } from '../../../scripts/lib/start-options.js';
import { TARGETS } from '../../../scripts/lib/targets.js';
import { closingLine, countsOf, sum } from '../../../scripts/lib/test-counts.js';
import { problemOf } from '../../../scripts/lib/test-steps.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'groundwork-scripts-'));
  return () => rmSync(folder, { recursive: true });
});

describe('the version of Node', () => {
  it.each(['v20.19.0', 'v20.19.1', 'v20.20.0', 'v22.0.0', 'v24.1.0', 'v100.0.0'])('%s is new enough', (version) => {
    expect(isNodeNewEnough(version)).toBe(true);
  });

  it.each(['v20.18.9', 'v18.20.0', 'v9.11.2'])('%s is too old', (version) => {
    expect(isNodeNewEnough(version)).toBe(false);
  });

  it('is the one that package.json asks for', async () => {
    const manifest = JSON.parse(await readFile(inProject('package.json'), 'utf8'));
    expect(manifest.engines.node).toBe(`>=${OLDEST_NODE}`);
  });
});

describe('options of npm start', () => {
  const run = (...argv: string[]) => parseStartOptions(argv, '/home/ada');

  it('leave the choice open when there are none', () => {
    expect(run()).toEqual({ kind: 'run', options: { host: 'any', dataFolder: null, files: [], forBrowser: [] } });
  });

  it('choose a host', () => {
    expect(run('--electron')).toMatchObject({ options: { host: 'electron' } });
    expect(run('--browser')).toMatchObject({ options: { host: 'browser' } });
    expect(run('--no-open')).toMatchObject({ options: { host: 'browser', forBrowser: ['--no-open'] } });
    expect(run('--port', '8080')).toMatchObject({ options: { host: 'browser', forBrowser: ['--port=8080'] } });
  });

  it('take a data folder from where the person is', () => {
    expect(run('--data', 'my reviews')).toMatchObject({ options: { dataFolder: '/home/ada/my reviews' } });
    expect(run('--data=/elsewhere/ż')).toMatchObject({ options: { dataFolder: '/elsewhere/ż' } });
  });

  it('take files to show from where the person is', () => {
    expect(run('a b.groundwork', '--browser', '/c.pdf')).toMatchObject({
      options: { files: ['/home/ada/a b.groundwork', '/c.pdf'] },
    });
  });

  it('explain themselves', () => {
    expect(run('--help')).toEqual({ kind: 'help' });
  });

  it.each([
    [['--colour']],
    [['--data']],
    [['--data=']],
    [['--port=0']],
    [['--port=65536']],
    [['--port=http']],
    [['--electron', '--browser']],
    [['--electron', '--port=8080']],
    [['--electron', '--no-open']],
  ])('are refused in words: %j', (argv) => {
    expect(run(...argv)).toEqual({ kind: 'wrong', message: expect.stringMatching(/.+\nRun .*--help/) });
  });
});

describe('isInstalled', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/b-win32': { version: '1.0.0', optional: true },
  };
  const { '': _, 'node_modules/b-win32': _b, ...installed } = wanted;

  it('knows a complete installation, without the packages of other platforms', () => {
    expect(isInstalled(wanted, installed)).toBe(true);
    expect(isInstalled(wanted, { ...installed, 'node_modules/b-win32': { version: '1.0.0' } })).toBe(true);
  });

  it.each([
    ['nothing there', null],
    ['one missing', {}],
    ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'x' } }],
    ['other content', { 'node_modules/a': { version: '1.0.0', integrity: 'y' } }],
    ['one too many', { ...installed, 'node_modules/c': { version: '1.0.0' } }],
  ])('notices %s', (_what, there) => {
    expect(isInstalled(wanted, there)).toBe(false);
  });
});

describe('fingerprint', () => {
  beforeEach(async () => {
    await mkdir(path.join(folder, 'a', 'b'), { recursive: true });
    await writeFile(path.join(folder, 'a', 'b', 'c.ts'), 'one');
    await writeFile(path.join(folder, 'd.json'), 'two');
  });
  const now = (without: string[] = []) => fingerprint(folder, ['a', 'd.json', 'missing'], without);

  it('stays while nothing changes, and changes with content, names and new files', async () => {
    const before = now();
    await writeFile(path.join(folder, 'd.json'), 'two');
    expect(now()).toBe(before);
    await writeFile(path.join(folder, 'd.json'), 'owt');
    const changed = now();
    await writeFile(path.join(folder, 'missing'), '');
    expect(new Set([before, changed, now()])).toHaveProperty('size', 3);
  });

  it('ignores what is left out', async () => {
    const before = now(['a/b']);
    await writeFile(path.join(folder, 'a', 'b', 'c.ts'), 'three');
    expect(now(['a/b'])).toBe(before);
    expect(now()).not.toBe(before);
  });
});

describe('electronProgram', () => {
  beforeEach(async () => {
    await mkdir(path.join(folder, 'dist'));
    writeFileSync(path.join(folder, 'package.json'), '{"version":"45.4.1"}');
    writeFileSync(path.join(folder, 'dist/version'), '45.4.1');
    writeFileSync(path.join(folder, 'dist/electron'), '');
    writeFileSync(path.join(folder, 'path.txt'), 'electron');
  });

  it('is the one that was fetched', () => {
    expect(electronProgram(folder)).toBe(path.join(folder, 'dist/electron'));
  });

  it('is none when the fetch was broken off, or for another version', () => {
    writeFileSync(path.join(folder, 'dist/version'), '45.4.0');
    expect(electronProgram(folder)).toBeNull();
    writeFileSync(path.join(folder, 'dist/version'), 'v45.4.1\n');
    expect(electronProgram(folder)).not.toBeNull();
    rmSync(path.join(folder, 'path.txt'));
    expect(electronProgram(folder)).toBeNull();
  });
});

describe('counts of tests', () => {
  const vitest = countsOf({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
  const playwright = countsOf({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 } });

  it('add up over the runners; a flaky test has failed', () => {
    expect(vitest).toEqual({ passed: 5, failed: 1, skipped: 3 });
    expect(playwright).toEqual({ passed: 3, failed: 2, skipped: 1 });
    expect(closingLine(sum([vitest, playwright]))).toBe('8 passed, 3 failed');
  });

  it('make a step fail that failed, left a test out, ran none or wrote no report', () => {
    const report = path.join(folder, 'report.json');
    const fine = { passed: 1, failed: 0, skipped: 0 };
    expect(problemOf(0, fine, report)).toBe('wrote no report');
    writeFileSync(report, '{}');
    expect(problemOf(0, fine, report)).toBeNull();
    expect(problemOf(0, { ...fine, skipped: 1 }, report)).toBe('1 did not run');
    expect(problemOf(0, { ...fine, failed: 2 }, report)).toBe('2 failed');
    expect(problemOf(0, { ...fine, passed: 0 }, report)).toBe('ran no test');
    expect(problemOf(1, fine, report)).toBe('ended with status 1');
    expect(problemOf(null, fine, null)).toBe('ended with status unknown');
  });
});

it('a package of the Electron host holds everything that is built, but for the other host and the command line', async () => {
  const builder = await readFile(inProject('electron-builder.yml'), 'utf8');
  const folders = new Set(TARGETS.map(({ output }) => path.posix.dirname(output)));
  for (const other of ['dist/loopback', 'dist/cli']) folders.delete(other);
  const listed = [...builder.matchAll(/^ {2}- (dist\/.*)\/\*\*$/gm)].map(([, folder]) => folder);
  expect(listed.toSorted()).toEqual([...folders].toSorted());
});
