import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.js';
import { run } from './run.js';

/**
 * What the tests need that npm cannot install: a browser, and programs that look into PDF files.
 * @typedef {import('./progress.js').Output} Output
 */

/** Programs by which the tests check exported PDFs and their seals, with the Debian package (and Homebrew formula) of each. */
const PDF_PROGRAMS = [
  { program: 'pdftotext', debian: 'poppler-utils', brew: 'poppler' },
  { program: 'qpdf', debian: 'qpdf', brew: 'qpdf' },
  { program: 'openssl', debian: 'openssl', brew: 'openssl' },
  { program: 'certutil', debian: 'libnss3-tools', brew: 'nss' },
];

/**
 * Debian's Chromium without windows of its own, which does the same with a fifth less work. Tests run in it where it is there;
 * only what looks at the browser itself needs the whole one.
 */
const HEADLESS_SHELL = 'chromium-headless-shell';

/** Milliseconds for Playwright's download of a browser. */
const DOWNLOAD_TIME = 4 * 60_000;

/**
 * Finds or installs everything, and throws with exact instructions where that is not possible.
 * @param {Output} output
 * @returns {Promise<string>} the browser
 */
export async function ensureTestTools(output) {
  const found = await findTestBrowser();
  const downloaded = found ?? (await downloadBrowser(output));
  const packages = [
    ...PDF_PROGRAMS.filter(({ program }) => !isOnPath(program)).map(({ debian }) => debian),
    ...(downloaded ? [] : ['chromium']),
  ];
  if (packages.length > 0) await installDebianPackages(packages, downloaded ? [] : [HEADLESS_SHELL], output);
  const browser = downloaded ?? (await findTestBrowser());
  const missing = PDF_PROGRAMS.filter(({ program }) => !isOnPath(program));
  if (browser && missing.length === 0) return browser;
  throw new Error([...(browser ? [] : [BROWSER_ADVICE]), ...missing.map(pdfAdvice)].join('\n'));
}

const BROWSER_ADVICE =
  'The tests need Chromium, Chrome or Edge, and none was found or could be installed. Do one of these:\n' +
  '  Debian, as root:  apt-get install chromium\n' +
  '  anywhere:         npx playwright install chromium\n' +
  '  or set GROUNDWORK_BROWSER to the path of a browser that is there.';

/** The browser's shell without windows, or null. @returns {Promise<string | null>} */
export async function findHeadlessShell() {
  const file = onPath(HEADLESS_SHELL);
  return file && (await runs(file)) ? file : null;
}

/** @param {typeof PDF_PROGRAMS[number]} program */
function pdfAdvice({ program, debian, brew }) {
  return `The tests need ${program}. Debian: apt-get install ${debian}   macOS: brew install ${brew}`;
}

/** The browser to test in: the one the environment names, Playwright's own, or an installed one. */
export async function findTestBrowser() {
  if (process.env.GROUNDWORK_BROWSER) {
    const chosen = process.env.GROUNDWORK_BROWSER;
    if (await runs(chosen)) return chosen;
    throw new Error(`GROUNDWORK_BROWSER names ${chosen}, which does not run. Correct it, or unset it.`);
  }
  const installed = await installedBrowser();
  for (const candidate of [await playwrightsBrowser(), ...(installed ? [installed] : [])]) {
    if (await runs(candidate)) return candidate;
  }
  return null;
}

async function playwrightsBrowser() {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

/** The product's own search, in TypeScript as it is. */
async function installedBrowser() {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(inProject('main/loopback/find-browser.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  return /** @type {typeof import('../../main/loopback/find-browser.ts')} */ (module).findBrowser();
}

/**
 * Whether a browser is there and has all its libraries. (Windows' browsers would open a window.)
 * @param {string} browser
 */
async function runs(browser) {
  if (!existsSync(browser)) return false;
  if (process.platform === 'win32') return true;
  return (await run(browser, ['--version'], { timeout: 30_000 })).status === 0;
}

/**
 * @param {Output} output
 * @returns {Promise<string | null>}
 */
async function downloadBrowser(output) {
  output.write('No browser found; trying Playwright’s download … ');
  const cli = inProject('node_modules/playwright/cli.js');
  const result = await run(process.execPath, [cli, 'install', 'chromium'], { timeout: DOWNLOAD_TIME });
  const browser = await playwrightsBrowser();
  const works = result.status === 0 && (await runs(browser));
  output.write(works ? 'done\n' : 'not possible\n');
  return works ? browser : null;
}

/**
 * @param {readonly string[]} needed
 * @param {readonly string[]} welcome installed only by releases that have them
 * @param {Output} output
 */
async function installDebianPackages(needed, welcome, output) {
  if (!isOnPath('apt-get') || process.geteuid?.() !== 0) return;
  output.write(`Installing ${needed.join(', ')} with apt-get … `);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  const known = [];
  for (const name of welcome) if ((await run('apt-cache', ['show', name], { env })).status === 0) known.push(name);
  const packages = [...needed, ...known];
  const result = await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env });
  output.write(result.status === 0 ? 'done\n' : `failed\n${result.output.trim()}\n`);
}

/** @param {string} program */
function isOnPath(program) {
  return onPath(program) !== undefined;
}

/** Where a program lies. @param {string} program */
function onPath(program) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const places = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, program + suffix));
  return places.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
