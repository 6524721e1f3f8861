import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { endBuiltHost, enterBuiltHost } from '../built-host.js';
import { fillDataFolder } from './data-folder.js';

/**
 * @typedef {object} StartCase
 * @property {string} program whose built host it is
 * @property {number} count reviews in the data folder
 * @property {number[]} listens until the host listens and says where, each start, in milliseconds
 * @property {number[]} answers until its first answer has come
 * @property {number[]} lists until the list of all reviews has come
 */

/**
 * Starts the built hosts of some checkouts in turns, on data folders of one size that each has known before.
 * @param {readonly string[]} programs
 * @param {number} count
 * @param {{ readonly rounds: number }} options
 * @returns {Promise<{ readonly cases: readonly StartCase[], readonly node: readonly number[] }>} `node`: starts of
 *   Node alone, in the same rounds
 */
export async function measureStarts(programs, count, { rounds }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork-bench-'));
  try {
    /** @type {StartCase[]} */
    const cases = programs.map((program) => ({ program, count, listens: [], answers: [], lists: [] }));
    const place = (/** @type {number} */ index) => path.join(folder, String(index));
    for (const [index, { program }] of cases.entries()) {
      await fillDataFolder(place(index), count, program);
      await start(program, place(index));
    }
    const node = [];
    for (let round = 0; round < rounds; round++) {
      const since = performance.now();
      await promisify(execFile)(process.execPath, ['-e', '0']);
      node.push(performance.now() - since);
      for (const [index, result] of cases.entries()) {
        const { listens, answers, lists } = await start(result.program, place(index));
        result.listens.push(listens);
        result.answers.push(answers);
        result.lists.push(lists);
      }
    }
    return { cases, node };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * One start of a built host, as far as the list of all reviews.
 * @param {string} program
 * @param {string} data
 */
async function start(program, data) {
  const since = performance.now();
  const main = path.join(program, 'dist/loopback/main.js');
  const host = spawn(process.execPath, [main, '--no-open', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const { stdout } = host;
  if (!stdout) throw new Error('The host has no output');
  try {
    const [printed] = await Promise.race([once(stdout, 'data'), once(host, 'exit')]);
    const listens = performance.now() - since;
    if (!(printed instanceof Buffer)) throw new Error(`The host of ${program} ended. Is it built?`);
    stdout.unshift(printed);
    const call = await enterBuiltHost(host);
    await call('app.info', {});
    const answers = performance.now() - since;
    let list = await call('review.list', {});
    while (list.kind === 'list' && list.reading > 0) list = await call('review.list', { goOn: true });
    return { listens, answers, lists: performance.now() - since };
  } finally {
    await endBuiltHost(host);
  }
}
