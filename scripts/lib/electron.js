import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { downloadElectron } from './electron-download.js';
import { Stalled } from './patient-download.js';
import { inProject, wordsOf } from './project.js';
import { run } from './run.js';

/** Milliseconds after a failed fetch during which a plain start does not try again. */
const RETRY_AFTER = 6 * 60 * 60_000;

const PACKAGE = 'node_modules/electron';
const FAILURE_NOTE = '.cache/electron-fetch-failed.json';

/** What the program is called in Electron's folder. @type {Partial<Record<NodeJS.Platform, string>>} */
const PROGRAMS = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** @param {string} program */
function ifThere(program) {
  return existsSync(program) ? program : null;
}

/**
 * Electron's program, or null when its binary is not here. `ELECTRON_OVERRIDE_DIST_PATH` names a folder of it that was got
 * by other means, and nothing else counts then. Otherwise the check is the one of Electron's own
 * installer, whose last act is to write path.txt.
 * @param {string} [folder] the `electron` package
 * @returns {string | null}
 */
export function electronProgram(folder = inProject(PACKAGE)) {
  const { ELECTRON_OVERRIDE_DIST_PATH: override } = process.env;
  if (override) return ifThere(path.join(override, PROGRAMS[process.platform] ?? 'electron'));
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    if (readFileSync(path.join(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '') !== version) return null;
    const program = readFileSync(path.join(folder, 'path.txt'), 'utf8').trim();
    return ifThere(path.join(folder, 'dist', program));
  } catch {
    return null;
  }
}

/**
 * Fetches Electron's binary, however long it takes while anything arrives, and unpacks it with the package's own installer.
 * @param {import('./patient-download.js').DownloadOptions} [options]
 * @param {typeof downloadElectron} [download]
 * @returns {Promise<string | null>} why it failed, in a few words; null when it is here
 */
export async function fetchElectron(options = {}, download = downloadElectron) {
  const failure = await download(options).then(installElectron, (error) => downloadFailure(error, options.signal));
  if (failure === null) rmSync(inProject(FAILURE_NOTE), { force: true });
  // Whoever does not want to wait now may want to the next time.
  else if (!options.signal?.aborted) noteFailure();
  return failure;
}

async function installElectron() {
  const result = await run(process.execPath, [inProject(PACKAGE, 'install.js')]);
  if (result.status === 0 && electronProgram()) return null;
  if (!supportsInstaller()) return `its installer needs Node.js 22.12 or newer, and this is ${process.versions.node}`;
  return 'its installer failed';
}

/**
 * @param {unknown} error
 * @param {AbortSignal} [signal]
 */
function downloadFailure(error, signal) {
  if (signal?.aborted) return 'put off';
  if (error instanceof Stalled) return 'nothing arrives';
  const words = `${wordsOf(error)} ${error instanceof Error ? wordsOf(error.cause) : ''}`;
  if (/checksum|mismatch/i.test(words)) return 'what arrived is not Electron: its checksum is another';
  return /fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT/.test(words) ? 'no connection' : 'download failed';
}

function supportsInstaller() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

function noteFailure() {
  mkdirSync(inProject('.cache'), { recursive: true });
  writeFileSync(inProject(FAILURE_NOTE), `${JSON.stringify({ failedAt: Date.now() })}\n`);
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
