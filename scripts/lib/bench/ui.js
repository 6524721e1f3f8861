import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { endBuiltHost, enterBuiltHost } from '../built-host.js';
import { fillDataFolder } from './data-folder.js';
import { load } from './load.js';
import { copyStill, measureKeys, showField } from './ui-keys.js';
import { firstLoad, openSection, watchFirstButton, whenIdle } from './ui-page.js';
import { HOME_PLACES, measurePlace, PLACES } from './ui-places.js';
import { placeLine, sectionLine } from './ui-report.js';
import { uiReviews } from './ui-reviews.js';
import { measureRoom } from './ui-room.js';

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {import('playwright').Browser} Browser
 * @typedef {import('./ui-reviews.js').UiReview} UiReview
 *
 * @typedef {object} SectionCase
 * @property {UiReview} review
 * @property {number} slowdown how many times slower the processor was made
 * @property {string} section
 * @property {number[]} opens until the section is drawn, each time it was opened, in milliseconds
 * @property {number[]} keys from each key to its paint; none where the section has no text field
 * @property {number[]} plain the same in a plain text area of an empty page, right before
 * @property {number[]} still the same in a copy of the section's page without its program: what the browser takes for a page of this size
 *
 * @typedef {object} PlaceCase
 * @property {UiReview | 'many'} review
 * @property {number} slowdown
 * @property {string} place a page beside the sections, or what opens over one
 * @property {number[]} opens until it is drawn, each time, in milliseconds
 *
 * @typedef {object} UiCase
 * @property {string} program
 * @property {SectionCase[]} sections
 * @property {PlaceCase[]} places
 * @property {number[]} lags how far a second window is behind the first, in milliseconds
 * @property {number[]} buttons from asking for the page to its first button
 * @property {number} loaded bytes, packed, of what was asked for until then
 * @property {number} memory bytes of the page's heap once all sections of the long review were open
 */

/**
 * @typedef {object} UiOptions
 * @property {number} rounds how often the page is asked for, and each section opened
 * @property {number} keys how many are pressed in each field
 * @property {readonly string[]} [sections] kinds that are looked at; all without it
 * @property {readonly string[]} [places] other pages that are looked at; all without it
 * @property {number} [many] reviews in the list of all
 * @property {readonly UiReview[]} [reviews]
 * @property {readonly number[]} [slowdowns]
 * @property {(what: string) => void} [tell] is told what is being measured
 */

/** Reviews in the list of all. */
const MANY = 1000;
/** Of so many keys in a field, one is pressed in the plain text area, right before. */
const PLAIN_SHARE = 3;

/**
 * Measures the screens of the built programs of some checkouts, each in its own host, in one browser.
 * @param {readonly string[]} programs
 * @param {UiOptions} options
 * @returns {Promise<UiCase[]>}
 */
export async function measureUi(programs, options) {
  const { findBrowser } = /** @type {typeof import('../../../main/loopback/find-browser.ts')} */ (
    await load('main/loopback/find-browser.ts')
  );
  const executablePath = findBrowser();
  const browser = await chromium.launch(executablePath ? { executablePath } : {});
  try {
    const cases = [];
    for (const [index, program] of programs.entries()) {
      // Earlier programs have neither the other pages nor a second window.
      const isOurs = index === 0;
      const measured = await measureProgram(browser, program, isOurs ? options : { ...options, places: [] }, isOurs);
      const many = isOurs ? await measureMany(browser, program, options) : [];
      cases.push({ ...measured, places: [...measured.places, ...many] });
    }
    return cases;
  } finally {
    await browser.close();
  }
}

/**
 * @param {Browser} browser
 * @param {string} program
 * @param {UiOptions} options
 * @param {boolean} hasRoom whether it knows votes, and opens a second window
 * @returns {Promise<UiCase>}
 */
async function measureProgram(browser, program, options, hasRoom) {
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork-bench-'));
  const host = startHost(program, folder);
  try {
    const call = await enterBuiltHost(host);
    const texts = await uiReviews(program, hasRoom);
    /** @type {Record<string, string>} */
    const ids = {};
    for (const [name, text] of Object.entries(texts)) {
      const answer = await call('review.import', { text });
      if (!('id' in answer)) throw new Error(`${program} does not take the review: ${JSON.stringify(answer)}`);
      ids[name] = answer.id;
    }
    options.tell?.(`${program}: the first page`);
    const { origin, pass } = call;
    const session = { browser, origin, pass };
    const first = await measureFirstLoads(session, options.rounds);
    /** @type {SectionCase[]} */
    const sections = [];
    /** @type {PlaceCase[]} */
    const places = [];
    let memory = 0;
    for (const review of options.reviews ?? /** @type {const} */ (['sample', 'long'])) {
      for (const slowdown of options.slowdowns ?? [1, 4]) {
        options.tell?.(`${review}, ${slowdown === 1 ? 'as it is' : `${slowdown} times slower`}`);
        const measured = await measureReview(session, `${origin}/#/review/${ids[review]}`, slowdown, options);
        sections.push(...measured.sections.map((entry) => ({ review, slowdown, ...entry })));
        places.push(...measured.places.map((entry) => ({ review, slowdown, ...entry })));
        memory = Math.max(memory, measured.memory);
      }
    }
    if (hasRoom) options.tell?.('the second window');
    const lags = hasRoom ? await measureSecondWindow(session, `${origin}/#/review/${ids.sample}`, options) : [];
    return { program, sections, places, lags, ...first, memory };
  } finally {
    await endBuiltHost(host);
    await rm(folder, { recursive: true });
  }
}

/** @typedef {{ readonly browser: Browser, readonly origin: string, readonly pass: import('../built-host.js').Pass }} Session */

/**
 * A new page that has loaded nothing yet.
 * @param {Session} session
 */
async function newPage({ browser, origin, pass }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  if ('cookie' in pass) {
    const [name = '', value = ''] = pass.cookie.split('=', 2);
    await context.addCookies([{ name, value, url: origin }]);
  } else {
    const secret = pass['x-groundwork-session'];
    await context.addInitScript((kept) => localStorage.setItem('groundwork-session', kept), secret);
  }
  return context.newPage();
}

/**
 * @param {Session} session
 * @param {number} rounds
 */
async function measureFirstLoads(session, rounds) {
  const buttons = [];
  let loaded = 0;
  for (let round = 0; round < rounds; round++) {
    const page = await newPage(session);
    /** @type {Map<string, Promise<Buffer>>} */
    const bodies = new Map();
    page.on('response', (response) => {
      const body = response.body();
      body.catch(() => undefined);
      bodies.set(response.url(), body);
    });
    await page.addInitScript(watchFirstButton);
    await page.goto(session.origin);
    const handle = await page.waitForFunction(firstLoad);
    const { firstButton, files } = /** @type {NonNullable<ReturnType<typeof firstLoad>>} */ (await handle.jsonValue());
    buttons.push(firstButton);
    if (round === 0) {
      const sent = files.filter((file) => !file.endsWith('/api')).flatMap((file) => bodies.get(file) ?? []);
      loaded = (await Promise.all(sent)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    }
    await page.context().close();
  }
  return { buttons, loaded };
}

/**
 * @param {Session} session
 * @param {string} href of the review
 * @param {number} slowdown
 * @param {UiOptions} options
 */
async function measureReview(session, href, slowdown, options) {
  const page = await newPage(session);
  const plain = await newPage(session);
  const still = await newPage(session);
  // From the same address as the other, as a browser's autofill looks at no other fields.
  for (const tab of [plain, still]) await tab.goto(`${session.origin}/nothing`);
  await plain.setContent('<textarea></textarea>');
  await page.goto(href);
  await page.locator('main h2').waitFor();
  const links = await page
    .locator('nav .rail__list a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  const wanted = links.filter((link) => !options.sections || options.sections.includes(kindOf(link)));
  for (const tab of [page, plain, still]) await slowDown(tab, slowdown);
  const sections = [];
  for (const link of wanted) {
    const elsewhere = links.find((other) => other !== link) ?? link;
    /** @type {number[]} */
    const opens = [];
    for (let round = 0; round < options.rounds; round++) {
      await page.evaluate(openSection, elsewhere);
      await page.evaluate(whenIdle);
      opens.push(await page.evaluate(openSection, link));
      await page.evaluate(whenIdle);
    }
    const field = await showField(page, kindOf(link));
    const few = Math.ceil(options.keys / PLAIN_SHARE);
    const bare = field ? await measureKeys(plain, plain.locator('textarea'), few) : [];
    const copied = field ? await measureKeys(still, await copyStill(field, still), few) : [];
    const keys = field ? await measureKeys(page, field, options.keys) : [];
    const found = { section: kindOf(link), opens, keys, plain: bare, still: copied };
    sections.push(found);
    options.tell?.(`  ${sectionLine(found)}`);
  }
  const memory = await heapOf(page);
  for (const tab of [plain, still]) await tab.context().close();
  const places = await measurePlaces(page, new URL(href).hash, PLACES, options);
  await page.context().close();
  return { sections, places, memory };
}

/**
 * @param {Page} page
 * @param {string} review its address, from the `#` on
 * @param {readonly import('./ui-places.js').Place[]} all
 * @param {UiOptions} options
 */
async function measurePlaces(page, review, all, { places, rounds, tell }) {
  const found = [];
  for (const place of all.filter(({ name }) => !places || places.includes(name))) {
    const entry = { place: place.name, opens: await measurePlace(page, review, place, rounds) };
    found.push(entry);
    tell?.(`  ${placeLine(entry)}`);
  }
  return found;
}

/**
 * The pages about all reviews, in a folder that has many.
 * @param {Browser} browser
 * @param {string} program
 * @param {UiOptions} options
 * @returns {Promise<PlaceCase[]>}
 */
async function measureMany(browser, program, options) {
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork-bench-'));
  const { ids } = await fillDataFolder(folder, options.many ?? MANY, program);
  const host = startHost(program, folder);
  try {
    const { origin, pass } = await enterBuiltHost(host);
    options.tell?.(`${ids.length} reviews`);
    const found = [];
    for (const slowdown of options.slowdowns ?? [1, 4]) {
      const page = await newPage({ browser, origin, pass });
      const review = `#/review/${ids[0]}`;
      await page.goto(`${origin}/${review}`);
      await page.locator('main h2').waitFor();
      await slowDown(page, slowdown);
      const measured = await measurePlaces(page, review, HOME_PLACES, options);
      found.push(...measured.map((entry) => ({ review: /** @type {const} */ ('many'), slowdown, ...entry })));
      await page.context().close();
    }
    return found;
  } finally {
    await endBuiltHost(host);
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {Session} session
 * @param {string} href of the review
 * @param {UiOptions} options
 */
async function measureSecondWindow(session, href, { keys }) {
  const page = await newPage(session);
  await page.goto(`${href}/rule`);
  await page.locator('main h2').waitFor();
  const room = await page.context().newPage();
  await room.goto(`${href}/room`);
  const lags = await measureRoom(page, room, keys + 1);
  await page.context().close();
  return lags;
}

/**
 * @param {Page} page
 * @param {number} rate how many times slower the processor is made
 */
async function slowDown(page, rate) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
}

/**
 * @param {string} program
 * @param {string} folder
 */
function startHost(program, folder) {
  return spawn(process.execPath, [path.join(program, 'dist/loopback/main.js'), '--no-open', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

/** @param {string} link */
function kindOf(link) {
  return link.split('/').at(-1) ?? link;
}

/**
 * What the page holds after a garbage collection, in bytes.
 * @param {Page} page
 */
async function heapOf(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize;
}
