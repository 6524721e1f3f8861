import { existsSync } from 'node:fs';
import { electronProgram, failedRecently, fetchElectron } from './electron.js';
import { fetchWithProgress } from './fetch-progress.js';
import { ensureInstalled } from './install.js';
import { callersFolder, inProject, ROOT, wordsOf } from './project.js';
import { runForeground } from './run.js';
import { HELP, parseStartOptions } from './start-options.js';
import { buildStale, TARGETS } from './targets.js';

/** @typedef {import('./start-options.js').StartOptions} StartOptions */

/**
 * `npm start`: sets up what is missing, then runs a host until it ends.
 * @param {readonly string[]} argv
 * @returns {Promise<number>} the exit status
 */
export async function start(argv) {
  const parsed = parseStartOptions(argv, callersFolder());
  if (parsed.kind === 'wrong') {
    console.error(parsed.message);
    return 2;
  }
  if (parsed.kind === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const missing = parsed.options.files.find((file) => !existsSync(file));
  if (missing !== undefined) {
    console.error(`There is no file ${missing}.`);
    return 2;
  }
  try {
    await ensureInstalled(process.stdout);
    await buildStale(TARGETS, process.stdout);
    return await openHost(parsed.options);
  } catch (error) {
    console.error(wordsOf(error));
    return 1;
  }
}

/** @param {StartOptions} options */
async function openHost(options) {
  const program = await electronFor(options);
  if (program === null) return openInBrowser(options);
  const since = performance.now();
  const { status, signal } = await runForeground(program, electronArguments(options));
  if (options.host === 'any' && couldNotRun(status, signal) && performance.now() - since < START_TIME) {
    console.log('Electron does not run on this computer; Groundwork opens in a browser instead.');
    return openInBrowser(options);
  }
  return statusOf(status, signal);
}

/** Milliseconds within which an Electron that cannot run has given up. */
const START_TIME = 15_000;

/**
 * Whether a program ended as one does that lacks a system library or may not use its sandbox.
 * @param {number | null} status
 * @param {NodeJS.Signals | null} signal
 */
function couldNotRun(status, signal) {
  if (signal !== null) return ['SIGTRAP', 'SIGABRT', 'SIGSEGV', 'SIGILL'].includes(signal);
  return status === null || status === 126 || status === 127;
}

/**
 * The Electron to use, or null for a browser. Says so in one line when Electron was wanted and is not to be had.
 * @param {StartOptions} options
 */
async function electronFor({ host }) {
  if (host === 'browser' || (host === 'any' && !hasDisplay())) return null;
  const program = electronProgram();
  if (program !== null) return program;
  if (host === 'electron') return insistOnElectron();
  const again = 'to try again: npm start -- --electron';
  if (failedRecently()) {
    console.log(`Electron is not installed; Groundwork opens in a browser instead (${again}).`);
    return null;
  }
  const failure = await fetchWithProgress(fetchElectron, { mayPutOff: true });
  if (failure) {
    console.log(`Electron could not be fetched (${failure}); Groundwork opens in a browser instead (${again}).`);
  }
  return electronProgram();
}

async function insistOnElectron() {
  const failure = await fetchWithProgress(fetchElectron, { mayPutOff: false });
  if (failure) throw new Error(`Electron could not be fetched (${failure}). Without it: npm start -- --browser`);
  return electronProgram();
}

/** @param {StartOptions} options */
function electronArguments({ dataFolder, files }) {
  // Chromium's sandbox refuses to run as root; for everybody else it stays on.
  const sandbox = process.platform === 'linux' && process.geteuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...sandbox, ROOT, ...dataArguments(dataFolder), ...files];
}

/** @param {StartOptions} options */
async function openInBrowser({ dataFolder, files, forBrowser }) {
  const args = [inProject('dist/loopback/main.js'), ...dataArguments(dataFolder), ...forBrowser, ...files];
  const { status, signal } = await runForeground(process.execPath, args);
  return statusOf(status, signal);
}

/** @param {string | null} dataFolder */
function dataArguments(dataFolder) {
  return dataFolder === null ? [] : ['--data', dataFolder];
}

/**
 * @param {number | null} status
 * @param {NodeJS.Signals | null} signal
 */
function statusOf(status, signal) {
  // A host that Ctrl+C ended before it could take note had nothing to save yet.
  if (signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP') return 0;
  return status ?? 1;
}

function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
