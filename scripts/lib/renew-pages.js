import { ensureInstalled } from './install.js';
import { inProject } from './project.js';
import { run } from './run.js';

/**
 * Runs the test that compares pages, which writes its references when asked to.
 * @returns {Promise<number>} the exit status
 */
export async function renewPages() {
  await ensureInstalled(process.stdout);
  const vitest = inProject('node_modules/vitest/vitest.mjs');
  const test = ['run', '--project', 'integration', 'test/integration/main/record/page-pictures.test.ts'];
  const env = { ...process.env, GROUNDWORK_RENEW_PAGES: '1' };
  const { status } = await run(process.execPath, [vitest, ...test], { env, show: true });
  return status ?? 1;
}
