import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { seconds } from './progress.js';
import { inProject } from './project.js';
import { run } from './run.js';
import { NO_TESTS, readCounts } from './test-counts.js';

/**
 * @typedef {import('./test-counts.js').Counts} Counts
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command a JavaScript program in the project, and its arguments
 * @property {string} [report] where the step writes how many tests it ran
 * @property {boolean} [show] print to the terminal as it goes; for one step at a time
 */

/** Folder of the runners’ reports; empty when a run begins. */
export const REPORTS = '.cache/test';

/**
 * @param {'unit' | 'integration'} name
 * @param {readonly string[]} projects of Vitest's configuration
 */
function vitest(name, projects) {
  const report = `${REPORTS}/${name}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // `--allowOnly` is off in CI; here it is off everywhere.
  const chosen = projects.flatMap((project) => ['--project', project]);
  const command = ['node_modules/vitest/vitest.mjs', 'run', ...chosen, '--allowOnly=false', ...reporters];
  return { name: `${name} tests`, command, report };
}

/** @type {Readonly<Record<'types' | 'lint' | 'unused' | 'spelling' | 'build' | 'unit' | 'integration' | 'endToEnd', Step>>} */
export const STEPS = {
  // Several threads find out the same types several times, and the cores have work.
  types: { name: 'types', command: ['node_modules/typescript/bin/tsc', '-b', '--singleThreaded'] },
  lint: {
    name: 'format, lint and import rules',
    command: [
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      '--error-on-warnings',
      `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
    ],
  },
  unused: { name: 'unused files, exports and dependencies', command: ['node_modules/knip/bin/knip.js'] },
  spelling: { name: 'spelling', command: ['node_modules/cspell/bin.mjs', '--no-progress', '--quiet'] },
  build: { name: 'build', command: ['scripts/build.js'] },
  unit: vitest('unit', ['unit', 'components']),
  integration: vitest('integration', ['integration']),
  endToEnd: {
    name: 'end-to-end tests',
    command: ['node_modules/playwright/cli.js', 'test'],
    report: `${REPORTS}/end-to-end.json`,
    show: true,
  },
};

/**
 * Runs one step. Throws when it fails, or when it leaves out a test; what it printed has been shown by then.
 * @param {Step} step
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal }} options
 * @returns {Promise<Counts>}
 */
export async function runStep(step, { env, signal }) {
  const [program = '', ...args] = step.command;
  const report = step.report ? inProject(step.report) : null;
  if (report) mkdirSync(path.dirname(report), { recursive: true });
  if (step.show) console.log(`\n${step.name} …`);
  const since = performance.now();
  const { status, output } = await run(process.execPath, [inProject(program), ...args], {
    env,
    signal,
    ...(step.show ? { show: true } : {}),
  });
  // Another step has failed and had this one ended: nothing to report.
  if (signal.aborted) return NO_TESTS;
  const counts = report ? readCounts(report) : NO_TESTS;
  const problem = problemOf(status, counts, report);
  const tally = report ? `, ${counts.passed} passed` : '';
  console.log(`${problem ? '✗' : '✓'} ${step.name}, ${seconds(performance.now() - since)}${tally}`);
  if (!problem) return counts;
  if (!step.show) console.log(output.trimEnd());
  throw new Error(`${step.name}: ${problem}`);
}

/**
 * Why a step counts as failed, or null. A runner that is content although tests were left out is not enough.
 * @param {number | null} status
 * @param {Counts} counts
 * @param {string | null} report
 */
export function problemOf(status, counts, report) {
  if (status !== 0) return `ended with status ${status ?? 'unknown'}`;
  if (report === null) return null;
  if (!existsSync(report)) return 'wrote no report';
  if (counts.failed > 0) return `${counts.failed} failed`;
  if (counts.skipped > 0) return `${counts.skipped} did not run`;
  return counts.passed === 0 ? 'ran no test' : null;
}
