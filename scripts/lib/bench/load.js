import path from 'node:path';
import { ROOT } from '../project.js';

/**
 * A module of the program, run from its source.
 * @param {string} file
 */
export async function load(file) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(path.join(ROOT, file), { root: ROOT, configFile: false, logLevel: 'error' });
  return module;
}
