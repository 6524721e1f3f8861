import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { ensureInstalled } from './install.js';
import { palettePng } from './palette-png.js';
import { timed } from './progress.js';
import { inProject, wordsOf } from './project.js';
import { mustRun } from './run.js';
import { makeCertificate } from './screenshot-certificate.js';
import { clockScript } from './screenshot-clock.js';
import { HEIGHT, takeScenes, WIDTH } from './screenshot-scenes.js';
import { REVISED_RECORD, SEALED_RECORD } from './screenshot-sealed.js';
import { buildStale, TARGETS } from './targets.js';
import { ensureTestTools } from './test-tools.js';

const FOLDER = 'docs/screenshots';

/** Pages of the samples' records that are worth showing: by the name of each picture, words that first stand there. */
const RECORD_PAGES = {
  'discord-read-states': {
    'read-states-summary': 'Reconstruction',
    'read-states-actions': 'Actions and conditions',
    'read-states-rule': 'If this component had a memory-safety bug',
    'read-states-path': 'Stage 3, of the decision',
    'read-states-strategy': 'Strategies and their trade-offs',
  },
  'typescript-native-port': {
    'typescript-summary': 'Reconstruction',
    'typescript-risks': 'Before any response',
    'typescript-decision': 'Where this departs from the review',
  },
  'grab-counter-service': {
    'counter-service-summary': 'Reconstruction',
    'counter-service-options': 'Scores, 1 to 5',
    'counter-service-risks': 'Before any response',
  },
  'prisma-query-engine': {
    'query-engine-summary': 'Reconstruction',
    'query-engine-measures': 'Reading one row by its id, one user',
    'query-engine-verify': 'How to check it',
  },
};

/** The same of the short records. */
const SHORT_PAGES = { 'discord-read-states': { 'read-states-short': 'Looking at it again' } };

/** The same of the records that were exported from the screens. */
const EXPORTED_PAGES = {
  [SEALED_RECORD]: { 'sealed-summary': 'Log parser', 'sealed-sign-off': 'Witnessed by' },
  [REVISED_RECORD]: { 'revision-changes': 'We try the parser in Rust as a library' },
};

/** Dots per inch at which a page of a record is readable and its picture small. */
const RESOLUTION = '84';

/**
 * `npm run screenshots`: the built product on a data folder of its own, in a real browser; and the
 * samples' records through the command line.
 * @returns {Promise<number>} the exit status
 */
export async function takeScreenshots() {
  const workFolder = await mkdtemp(path.join(tmpdir(), 'groundwork-screenshots-'));
  try {
    await ensureInstalled(process.stdout);
    await buildStale(TARGETS, process.stdout);
    const browser = await ensureTestTools(process.stdout);
    await mkdir(inProject(FOLDER), { recursive: true });
    await timed('Taking the screens', () => shootScreens(browser, workFolder), process.stdout);
    await timed('Taking the pages of the records', () => shootRecords(workFolder), process.stdout);
    console.log(`The pictures are in ${FOLDER}. Look at each before you commit it.`);
    return 0;
  } catch (error) {
    console.error(wordsOf(error));
    return 1;
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

/**
 * @param {string} executablePath
 * @param {string} workFolder
 */
async function shootScreens(executablePath, workFolder) {
  const certificate = await makeCertificate(await mkdtemp(path.join(workFolder, 'certificate-')), 'Dana');
  const clock = clockScript();
  const dataFolder = path.join(workFolder, 'data');
  const withClock = ['--import', `data:text/javascript,${encodeURIComponent(clock)}`];
  const program = [inProject('dist/loopback/main.js'), '--no-open', '--data', dataFolder];
  const host = spawn(process.execPath, [...withClock, ...program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
  });
  const browser = await chromium.launch({ executablePath });
  try {
    const context = await browser.newContext({
      viewport: { width: WIDTH, height: HEIGHT },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    await context.addInitScript({ content: clock });
    const page = await context.newPage();
    await page.goto(await launchUrl(host));
    const folders = { pictures: inProject(FOLDER), records: workFolder, data: dataFolder };
    await takeScenes(page, folders, certificate);
  } finally {
    await browser.close();
    if (host.exitCode === null && host.kill('SIGINT')) await once(host, 'exit');
  }
}

/**
 * The address the host prints when it is ready.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, null>} host
 * @returns {Promise<string>}
 */
async function launchUrl(host) {
  let printed = '';
  for await (const chunk of host.stdout.iterator({ destroyOnReturn: false })) {
    printed += chunk;
    const url = /http:\/\/\S+(?=\s)/.exec(printed)?.[0];
    if (url) return url;
  }
  throw new Error(`The host ended before it was ready:\n${printed}`);
}

/** @param {string} workFolder */
async function shootRecords(workFolder) {
  for (const [sample, pages] of Object.entries(RECORD_PAGES)) await shootSample(workFolder, sample, pages);
  for (const [sample, pages] of Object.entries(SHORT_PAGES)) await shootSample(workFolder, sample, pages, ['--short']);
  for (const [name, pages] of Object.entries(EXPORTED_PAGES)) await shootPages(path.join(workFolder, name), pages);
}

/**
 * @param {string} workFolder
 * @param {string} sample
 * @param {Readonly<Record<string, string>>} pages
 * @param {readonly string[]} options of the export
 */
async function shootSample(workFolder, sample, pages, options = []) {
  const pdf = path.join(workFolder, [sample, ...options, '.pdf'].join(''));
  const file = inProject(`templates/samples/${sample}.json`);
  await mustRun(process.execPath, [inProject('dist/cli/groundwork.js'), 'export', file, '--pdf', pdf, ...options]);
  await shootPages(pdf, pages);
}

/**
 * @param {string} pdf
 * @param {Readonly<Record<string, string>>} pages by the name of each picture, words that first stand there
 */
async function shootPages(pdf, pages) {
  for (const [name, words] of Object.entries(pages)) {
    const page = String(await pageWith(pdf, words));
    const drawn = path.join(path.dirname(pdf), name);
    await mustRun('pdftoppm', ['-f', page, '-l', page, '-singlefile', '-r', RESOLUTION, pdf, drawn]);
    await writeFile(inProject(FOLDER, `${name}.png`), palettePng(await readFile(`${drawn}.ppm`)));
  }
}

/**
 * Number of the first page that holds the words, from 1.
 * @param {string} pdf
 * @param {string} words
 */
async function pageWith(pdf, words) {
  const text = await mustRun('pdftotext', [pdf, '-']);
  const index = text.split('\f').findIndex((page) => page.replace(/\s+/g, ' ').includes(words));
  if (index === -1) throw new Error(`No page of ${path.basename(pdf)} says “${words}”.`);
  return index + 1;
}
