import { readFileSync } from 'node:fs';
import path from 'node:path';
import { timed } from './progress.js';
import { inProject } from './project.js';
import { run } from './run.js';

/**
 * @typedef {import('./progress.js').Output} Output
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Whether what is installed is what the lock file says. npm writes `node_modules/.package-lock.json` as
 * the last thing it does, so an installation that was broken off has none.
 * @param {LockedPackages | null} wanted packages of package-lock.json
 * @param {LockedPackages | null} installed packages of node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false;
  const missing = Object.entries(wanted).some(([folder, entry]) => {
    if (folder === '') return false;
    const there = installed[folder];
    // Packages for other platforms are in the lock file and rightly not on disk.
    if (!there) return !entry.optional;
    return there.version !== entry.version || there.integrity !== entry.integrity;
  });
  return !missing && Object.keys(installed).every((folder) => folder in wanted);
}

/**
 * Installs the packages of the lock file when they are missing or out of date. Throws with what to do.
 * @param {Output} output
 */
export async function ensureInstalled(output) {
  if (isInstalled(readPackages('package-lock.json'), readPackages('node_modules/.package-lock.json'))) return;
  const result = await timed('Installing packages', () => npm(CI), output);
  if (result.status === 0) return;
  output.write(`${result.output.trim()}\n`);
  throw new Error(
    isOffline(result.output)
      ? 'The packages are not installed yet, and the package registry cannot be reached. ' +
          'Connect to the network (or set the registry or proxy that npm should use) and start again.'
      : 'The packages could not be installed; npm’s own words are above.',
  );
}

/**
 * Warnings are about the packages' own choices (for example that Electron's downloader prefers a newer
 * Node than the one here, on which it works); errors stay. Build tools are needed whatever NODE_ENV says.
 */
const CI = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'];

/** Runs npm. @param {readonly string[]} args our own, never from elsewhere */
export function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli && path.basename(cli) === 'npm-cli.js') return run(process.execPath, [cli, ...args]);
  // On Windows npm is a batch file, which only a shell can run; every argument is our own.
  return process.platform === 'win32' ? run('cmd.exe', ['/d', '/c', 'npm', ...args]) : run('npm', args);
}

/** @param {string} output */
function isOffline(output) {
  return /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)\b/.test(output);
}

/**
 * @param {string} file
 * @returns {LockedPackages | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(inProject(file), 'utf8')).packages;
  } catch {
    return null;
  }
}
