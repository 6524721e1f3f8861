import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resultsOf } from '../../../scripts/lib/electron-report.js';
import { testElectron } from '../../../scripts/lib/test-electron.js';

let folder = '';
let printed: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'groundwork report ż '));
  printed = [];
  for (const name of ['log', 'error'] as const) {
    vi.spyOn(console, name).mockImplementation((text: string) => void printed.push(text));
  }
  return () => rm(folder, { recursive: true });
});
afterEach(() => vi.restoreAllMocks());

const run = (status: string, message = '', annotations: readonly { type: string; description: string }[] = []) => ({
  projectName: 'electron',
  status,
  annotations,
  results: [{ duration: 1_500, ...(message && { error: { message } }) }],
});

/** A report as Playwright writes it. */
const playwright = (...tests: ReturnType<typeof run>[]) => ({
  suites: [
    {
      title: 'desktop.spec.ts',
      file: 'desktop.spec.ts',
      suites: [{ title: 'inner', specs: tests.map((test, at) => ({ title: `test ${at}`, ok: true, tests: [test] })) }],
    },
  ],
});

/** Runs the script with a stand-in for the binary and for the runner, which leaves the report. */
async function test({ program = 'electron' as string | null, status = 0, left = {} as object | null, fails = '' }) {
  const results = path.join(folder, 'results.json');
  const report = path.join(folder, 'sub/report.md');
  const drive = vi.fn(async () => {
    if (left) await writeFile(results, JSON.stringify(left));
    return status;
  });
  const prepare = async () => {
    if (fails) throw new Error(fails);
  };
  const code = await testElectron([], { prepare, find: async () => program, drive, results, report });
  return { code, drive, text: await readFile(report, 'utf8').catch(() => null) };
}

describe('npm run test:electron', () => {
  it('says what to do without a binary, and fails', async () => {
    const { code, drive, text } = await test({ program: null });
    expect([code, drive.mock.calls.length, text]).toEqual([1, 0, null]);
    expect(printed.join('\n')).toMatch(/ELECTRON_MIRROR[\s\S]*ELECTRON_OVERRIDE_DIST_PATH/);
  });

  it('runs the tests in it, and writes one report that says what ran where', async () => {
    const notes = [{ type: 'versions', description: '{"electron":"45"}' }];
    const { code, text } = await test({ left: playwright(run('expected', '', notes), run('expected')) });
    expect(code).toBe(0);
    expect(text).toContain('All passed.');
    expect(text).toContain('2 passed, 0 failed, 0 did not run');
    expect(text).toMatch(/- System: \w+/);
    expect(text).toContain('- ✓ desktop.spec.ts: test 0 (1.5 s)\n  - versions: {"electron":"45"}');
  });

  it('tells of a failure with its first lines, without colours and without the home folder', async () => {
    const message = `\u001b[31mExpected\u001b[39m ${homedir()}/secret\n${'line\n'.repeat(50)}`;
    const { code, text } = await test({ status: 1, left: playwright(run('unexpected', message), run('expected')) });
    expect(code).toBe(1);
    expect(text).toContain('  Expected ~/secret');
    expect(text?.match(/line/g)).toHaveLength(11);
    expect(text).toContain('ended with status 1');
    expect(text).not.toContain(homedir());
  });

  it.each([
    ['a test did not run', playwright(run('expected'), run('skipped'))],
    ['a test passed only when tried again', playwright(run('flaky'))],
    ['no test ran', { suites: [] }],
    ['no report was left', null],
  ])('is not content when %s', async (_what, left) => {
    const { code, text } = await test({ left });
    expect(code).toBe(1);
    expect(text).not.toContain('All passed');
  });

  it('reports what could not be prepared', async () => {
    const { code, text } = await test({ fails: 'The packages could not be installed' });
    expect(code).toBe(1);
    expect(text).toContain('The packages could not be installed');
  });
});

it('the tests of a report are found at any depth', () => {
  expect(resultsOf(playwright(run('expected'))).map(({ title }) => title)).toEqual(['desktop.spec.ts: test 0']);
  expect(resultsOf({})).toEqual([]);
});
