import { rmSync } from 'node:fs';
import { ensureInstalled } from './install.js';
import { seconds } from './progress.js';
import { inProject, wordsOf } from './project.js';
import { closingLine, readCounts, sum } from './test-counts.js';
import { REPORTS, runStep, STEPS } from './test-steps.js';
import { ensureTestTools, findHeadlessShell } from './test-tools.js';

/**
 * `npm test`: sets up what is missing, then every check and every test, up to the first step that fails.
 * @param {readonly string[]} argv
 * @returns {Promise<number>} the exit status
 */
export async function testAll(argv) {
  if (argv.length > 0) {
    console.error('npm test takes no options. For single tests: npx vitest run FILE, npx playwright test FILE.');
    return 2;
  }
  const since = performance.now();
  let problem = null;
  rmSync(inProject(REPORTS), { recursive: true, force: true });
  // Looking for a browser loads Vite, which sets NODE_ENV; the steps are to run as if called by hand.
  const env = { ...process.env };
  try {
    await ensureInstalled(process.stdout);
    const browser = await ensureTestTools(process.stdout);
    const shell = await findHeadlessShell();
    console.log(`Testing in ${shell ?? browser}`);
    await runEverything({
      ...env,
      GROUNDWORK_BROWSER: browser,
      ...(shell ? { GROUNDWORK_HEADLESS_SHELL: shell } : {}),
    });
  } catch (error) {
    problem = wordsOf(error);
  }
  const counts = sum(Object.values(STEPS).flatMap(({ report }) => (report ? [readCounts(inProject(report))] : [])));
  console.log(problem === null ? `\nAll is well, ${seconds(performance.now() - since)}.` : `\nStopped: ${problem}`);
  // A step that fails without a failing test (types, lint, set-up) still leaves a failure in the last line.
  console.log(closingLine(problem !== null && counts.failed === 0 ? { ...counts, failed: 1 } : counts));
  return problem === null ? 0 : 1;
}

/**
 * Two lanes for two cores, of about as much work. What runs the program waits until it is built; end-to-end tests leave much
 * of their cores unused while a page waits for its host, so everything else runs beside them.
 * @param {NodeJS.ProcessEnv} env
 */
async function runEverything(env) {
  const abort = new AbortController();
  const options = { env, signal: abort.signal };
  /** @param {readonly (keyof typeof STEPS)[]} names */
  const lane = async (...names) => {
    for (const name of names) await runStep(STEPS[name], options);
  };
  const built = lane('build');
  try {
    await Promise.all([
      built.then(() => lane('endToEnd')),
      lane('lint', 'types', 'unused', 'spelling', 'unit').then(() => built.then(() => lane('integration'))),
    ]);
  } catch (error) {
    abort.abort();
    throw error;
  }
}
