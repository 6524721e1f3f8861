import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillDataFolder } from './data-folder.js';
import { bundleStore } from './store-bundle.js';

/**
 * @typedef {import('./store-case.js').Saves} Saves
 * @typedef {import('./store-case.js').List} List
 * @typedef {import('./store-case.js').Search} Search
 * @typedef {import('./probe.js').Reading} Reading
 *
 * @typedef {object} StoreCase
 * @property {string} program whose store it is
 * @property {number} count reviews in the folder
 * @property {number} size bytes of the file of one of them
 * @property {Saves} saves
 * @property {List} unknown the list of a folder without an index
 * @property {List} known the list after a restart
 * @property {Search | null} search the first one, which reads every review, and those after it; null for another checkout
 * @property {Search | null} searchKnown the same after a restart
 * @property {Reading | null} searching what happened in the main thread while the reviews were read to be searched
 * @property {Reading} reading what happened in the main thread while the list filled
 * @property {readonly number[]} oneFile a save of lowdb with everything in one file each; none for another checkout
 */

/**
 * Measures the stores of some checkouts on data folders of one size.
 * @param {readonly string[]} programs this checkout first
 * @param {number} count
 * @param {{ readonly rounds: number, readonly say?: (words: string) => void }} options
 * @returns {Promise<StoreCase[]>}
 */
export async function measureStores(programs, count, { rounds, say = () => undefined }) {
  const cases = [];
  for (const [index, program] of programs.entries()) {
    say(`${count} reviews, ${program} …`);
    cases.push(await measureStore(program, count, { rounds, isOurs: index === 0 }));
  }
  return cases;
}

/**
 * Measures the store of a checkout on a data folder that its own program wrote.
 * @param {string} program
 * @param {number} count
 * @param {{ readonly rounds: number, readonly isOurs: boolean }} options
 * @returns {Promise<StoreCase>}
 */
async function measureStore(program, count, { rounds, isOurs }) {
  const data = await mkdtemp(path.join(tmpdir(), 'groundwork-bench-'));
  try {
    const { size } = await fillDataFolder(data, count, program);
    const bundle = await bundleStore(program);
    /** @param {string} what @param {number} [times] */
    const run = (what, times = rounds) => runCase([bundle, program, data, what, String(times)]);
    const unknown = await run('list');
    const known = await run('list');
    // Earlier programs have no such call.
    const searches = isOurs ? await measureSearches(data, run) : NO_SEARCHES;
    const saves = await run('saves');
    // The whole file of 10,000 reviews takes seconds to write.
    const oneFile = isOurs ? await run('lowdb', count > 1000 ? 1 : Math.min(rounds, 5)) : null;
    return {
      program,
      count,
      size,
      saves: /** @type {Saves} */ (saves.result),
      unknown: /** @type {List} */ (unknown.result),
      known: /** @type {List} */ (known.result),
      ...searches,
      reading: unknown.reading,
      oneFile: oneFile ? /** @type {Saves} */ (oneFile.result).save : [],
    };
  } finally {
    await rm(data, { recursive: true });
  }
}

/** @type {Pick<StoreCase, 'search' | 'searchKnown' | 'searching'>} */
const NO_SEARCHES = { search: null, searchKnown: null, searching: null };

/**
 * Searches over all reviews: the first one ever, and those after a restart.
 * @param {string} data
 * @param {(what: string) => ReturnType<typeof runCase>} run
 * @returns {Promise<Pick<StoreCase, 'search' | 'searchKnown' | 'searching'>>}
 */
async function measureSearches(data, run) {
  await rm(path.join(data, 'search-index.json'), { force: true });
  const search = await run('search');
  const searchKnown = await run('search');
  return {
    search: /** @type {Search} */ (search.result),
    searchKnown: /** @type {Search} */ (searchKnown.result),
    searching: search.reading,
  };
}

/**
 * One case in a process of its own, watched from within.
 * @param {readonly string[]} args
 * @returns {Promise<{ readonly result: unknown, readonly reading: Reading }>}
 */
async function runCase(args) {
  const probe = new URL('probe.js', import.meta.url).href;
  const child = fork(new URL('store-case.js', import.meta.url), args, {
    execArgv: ['--import', probe, '--max-old-space-size=8192'],
  });
  try {
    await messageOf(child);
    child.send('begin');
    // The probe answers to every message; what it tells now is of the time before.
    await messageOf(child);
    const result = await messageOf(child);
    child.send('read');
    return { result, reading: /** @type {Reading} */ (await messageOf(child)) };
  } finally {
    child.kill();
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<unknown>}
 */
async function messageOf(child) {
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof message === 'number' || message === null) throw new Error(`A measurement ended with status ${message}`);
  return message;
}
