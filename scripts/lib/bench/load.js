import path from 'node:path';
import { ROOT } from '../project.js';

/**
 * A module of the program, run from its source.
 * @param {string} file
 * @param {string} [program] the checkout that it is of; this one without it
 */
export async function load(file, program = ROOT) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(path.join(program, file), {
    root: program,
    configFile: false,
    logLevel: 'error',
  });
  return module;
}
