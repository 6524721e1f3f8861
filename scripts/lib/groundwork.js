import { ensureInstalled } from './install.js';
import { SILENT } from './progress.js';
import { callersFolder, inProject, wordsOf } from './project.js';
import { runForeground } from './run.js';
import { buildStale, TARGETS } from './targets.js';

/**
 * `npm run -s groundwork`: the command line in the folder of the person who called it. Standard output
 * belongs to the command; setting up only says something, on standard error, when it takes long.
 * @param {readonly string[]} argv
 * @returns {Promise<number>} the exit status
 */
export async function groundwork(argv) {
  try {
    await ensureInstalled(process.stderr);
    const target = TARGETS.filter(({ name }) => name === 'command line');
    await buildStale(target, SILENT);
  } catch (error) {
    console.error(wordsOf(error));
    return 1;
  }
  const args = [inProject('dist/cli/groundwork.js'), ...argv];
  const { status } = await runForeground(process.execPath, args, { cwd: callersFolder() });
  return status ?? 1;
}
