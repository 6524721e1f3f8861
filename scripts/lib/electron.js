import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.js';
import { run } from './run.js';

/** Milliseconds that a start may spend on fetching Electron when nobody insisted on it. */
export const SHORT_FETCH = 20_000;
/** Milliseconds for somebody who asked for Electron; it is some 120 MB. */
export const LONG_FETCH = 15 * 60_000;
/** Milliseconds after a failed fetch during which a plain start does not try again. */
const RETRY_AFTER = 6 * 60 * 60_000;

const PACKAGE = 'node_modules/electron';
const FAILURE_NOTE = '.cache/electron-fetch-failed.json';

/**
 * Electron's program, or null when its binary is not here. The check is the one of Electron's own
 * installer, whose last act is to write path.txt.
 * @param {string} [folder] the `electron` package
 * @returns {string | null}
 */
export function electronProgram(folder = inProject(PACKAGE)) {
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    if (readFileSync(path.join(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '') !== version) return null;
    const program = path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/**
 * Fetches Electron's binary with the package's own installer, bounded in time.
 * @param {number} timeout milliseconds
 * @returns {Promise<string | null>} why it failed, in a few words; null when it is here
 */
export async function fetchElectron(timeout) {
  const result = await run(process.execPath, [inProject(PACKAGE, 'install.js')], { timeout });
  if (result.status === 0 && electronProgram()) {
    rmSync(inProject(FAILURE_NOTE), { force: true });
    return null;
  }
  mkdirSync(inProject('.cache'), { recursive: true });
  writeFileSync(inProject(FAILURE_NOTE), `${JSON.stringify({ failedAt: Date.now() })}\n`);
  if (result.signal === 'SIGTERM') return `not done after ${timeout / 1000} s`;
  return /fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT/.test(result.output) ? 'no connection' : 'download failed';
}

/** Whether fetching failed so recently that a plain start should not try again. */
export function failedRecently() {
  try {
    const { failedAt } = JSON.parse(readFileSync(inProject(FAILURE_NOTE), 'utf8'));
    const age = Date.now() - failedAt;
    return age >= 0 && age < RETRY_AFTER;
  } catch {
    return false;
  }
}
