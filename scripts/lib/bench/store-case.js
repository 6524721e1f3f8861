// Measures the store of one data folder in a process of its own, and tells its parent:
// node store-case.js BUNDLE PROGRAM DATA saves|list|search|lowdb ROUNDS
import { open, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {object} Saves
 * @property {readonly number[]} save an autosave each, in milliseconds
 * @property {readonly number[]} raw a raw durable write of as many bytes each
 *
 * @typedef {object} List
 * @property {number} first until something is known, in milliseconds
 * @property {number} whole until everything is
 * @property {readonly number[]} again
 *
 * @typedef {object} Search
 * @property {number} whole until every review was searched the first time, in milliseconds
 * @property {readonly number[]} again a search each, of different words
 */

const [bundle = '', program = '', data = '', what = '', rounds = ''] = process.argv.slice(2);
const folder = path.join(data, 'reviews');

// The parent begins each measurement, so that what is loaded before does not count.
process.once('message', async () => process.send?.(await measure()));
process.send?.('ready');

function measure() {
  if (what === 'saves') return saves(Number(rounds));
  if (what === 'list') return list(Number(rounds));
  if (what === 'search') return search(Number(rounds));
  return oneFile(Number(rounds));
}

async function openFolder() {
  /** @type {typeof import('../../../main/api/workbook.ts')} */
  const { openWorkbook } = await import(path.join(bundle, 'workbook.js'));
  const log = { info: () => undefined, error: (/** @type {string} */ message) => console.error(message) };
  const never = () => Promise.reject(new Error('Nothing is asked here'));
  const platform = /** @type {const} */ ({
    host: 'loopback',
    saveDialog: false,
    closesItself: false,
    hasMenu: false,
    exportFolder: data,
    chooseSavePath: never,
    chooseFolder: never,
    revealFile: never,
    openFile: never,
    showRecent: () => undefined,
    spelling: { kind: 'browser', offered: [], use: async () => undefined, trouble: () => '' },
    openLink: never,
  });
  // Earlier programs had to be told their version.
  const options = { dataFolder: data, appFolder: program, version: '0.0.0', platform, log };
  const opened = await openWorkbook(options);
  if (opened.kind !== 'opened') throw new Error(opened.message);
  const { workbook } = opened;
  // Earlier programs had everything loaded by now.
  /** @type {typeof import('../../../main/api/answer-call.ts')} */
  const { answerCall } = await import(path.join(bundle, 'answer-call.js'));
  const api = 'api' in workbook ? /** @type {never} */ (workbook.api) : await workbook.load();
  /** @param {string} method @param {unknown} input */
  const call = async (method, input) => {
    const reply = await answerCall(api, log, JSON.stringify({ method, input }));
    const text = JSON.stringify(reply);
    if (!reply.ok) throw new Error(text);
    return /** @type {any} */ (reply.value);
  };
  return { call, close: () => workbook.close() };
}

/**
 * @param {number} count
 * @returns {Promise<Saves>}
 */
async function saves(count) {
  const { call, close } = await openFolder();
  const name = (await readdir(folder)).find((file) => file.endsWith('.json')) ?? '';
  const { document, revision } = await call('review.open', { id: path.basename(name, '.json') });
  const bytes = await readFile(path.join(folder, name));
  const editor = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
  let baseRevision = revision;
  const save = async () => {
    const changed = { ...document, title: `Typed ${baseRevision} times` };
    const answer = await call('review.save', { baseRevision, document: changed, editor });
    if (answer.kind !== 'saved') throw new Error(JSON.stringify(answer));
    baseRevision = answer.revision;
  };
  const raw = () => rawWrite(bytes);
  for (let warm = 0; warm < count; warm++) {
    await save();
    await raw();
  }
  /** @type {{ save: number[], raw: number[] }} */
  const times = { save: [], raw: [] };
  // In turns, so that both meet the same disk.
  for (let round = 0; round < count; round++) {
    times.save.push(await timed(save));
    times.raw.push(await timed(raw));
  }
  await close();
  return times;
}

/**
 * The least that makes bytes safe: write, fsync, rename, fsync of the folder.
 * @param {Uint8Array} bytes
 */
async function rawWrite(bytes) {
  const temporary = path.join(folder, '.bench.tmp');
  const file = await open(temporary, 'w');
  await file.write(bytes);
  await file.sync();
  await file.close();
  await rename(temporary, path.join(folder, '.bench'));
  const directory = await open(folder, 'r');
  await directory.sync();
  await directory.close();
}

/**
 * @param {number} count
 * @returns {Promise<List>}
 */
async function list(count) {
  const { call, close } = await openFolder();
  const since = performance.now();
  let answer = await call('review.list', {});
  const first = performance.now() - since;
  while (answer.reading > 0) answer = await call('review.list', { goOn: true });
  const whole = performance.now() - since;
  const again = [];
  for (let round = 0; round < count; round++) again.push(await timed(() => call('review.list', {})));
  await close();
  return { first, whole, again };
}

/** What somebody might look for: rare and frequent words, several, a phrase, what is nowhere. */
const SEARCHES = [
  'postgres',
  'the',
  'memory safety',
  '"pull request"',
  'team Rust not',
  'nowhere-to-be-found',
  'é',
  '42',
];

/**
 * @param {number} count
 * @returns {Promise<Search>}
 */
async function search(count) {
  const { call, close } = await openFolder();
  let listed = await call('review.list', {});
  while (listed.reading > 0) listed = await call('review.list', { goOn: true });
  /** @param {string} text */
  const find = (text) => call('review.search', { text, most: 10 });
  const since = performance.now();
  while ((await find('query')).reading > 0);
  const whole = performance.now() - since;
  const again = [];
  for (let round = 0; round < count; round++) {
    again.push(await timed(() => find(SEARCHES[round % SEARCHES.length] ?? '')));
  }
  await close();
  return { whole, again };
}

/**
 * All reviews in one file, as lowdb keeps it.
 * @param {number} count
 * @returns {Promise<Saves>}
 */
async function oneFile(count) {
  const { JSONFilePreset } = await import('lowdb/node');
  /** @type {Record<string, { document: { title: string } }>} */
  const reviews = {};
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  for (const name of names) reviews[name] = JSON.parse(await readFile(path.join(folder, name), 'utf8'));
  const db = await JSONFilePreset(path.join(data, 'one-file.json'), reviews);
  const [first] = Object.values(reviews);
  if (!first) throw new Error('There are no reviews.');
  const save = [];
  for (let round = 0; round < count; round++) {
    first.document.title = `Typed ${round} times`;
    save.push(await timed(() => db.write()));
  }
  return { save, raw: [] };
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const since = performance.now();
  await work();
  return performance.now() - since;
}
