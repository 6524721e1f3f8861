import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inProject } from '../project.js';
import { median, ROUNDS } from './measure.js';
import { reviewOfSize, signaturesOf } from './reviews.js';

/**
 * @typedef {import('../../../shared/contract.ts').Method} Method
 * @typedef {import('./probe.js').Reading} Reading
 */

/**
 * Measures what the program does when a person asks for the record, in a built loopback host of its own:
 * the review is read and checked, its pages made, the review attached, everybody's seal added and kept, and
 * the file written where it is wanted.
 * @param {import('./reviews.js').Size} pages
 * @param {number} signers
 * @returns {Promise<Omit<import('./report.js').Measured, 'wanted' | 'signers'>>}
 */
export async function measureExport(pages, signers) {
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork-bench-'));
  const host = startHost(folder);
  try {
    const call = await enter(host);
    const { id, revision } = await prepare(call, await reviewOfSize(pages, signers), signers > 0);
    const round = async () => {
      // What was sealed is kept; without it, it is made anew.
      await rm(path.join(folder, 'records', id), { recursive: true, force: true });
      const since = performance.now();
      if (signers > 0) expectKind('sealed', await call('record.seal', { id, revision, witnessAll: false }));
      const target = /** @type {const} */ ({ kind: 'named', folder, fileName: 'record.pdf', replace: true });
      expectKind('exported', await call('record.export', { id, revision, form: 'pdf', target }));
      return performance.now() - since;
    };
    await ask(host);
    const first = await round();
    const times = [];
    for (let count = 0; count < ROUNDS; count++) times.push(await round());
    const { stall, memory } = await ask(host);
    const bytes = await readFile(path.join(folder, 'record.pdf'));
    return { pages: await pagesOf(bytes), size: bytes.length, time: median(times), first, stall, memory };
  } finally {
    host.kill('SIGINT');
    if (host.exitCode === null) await once(host, 'exit');
    await rm(folder, { recursive: true });
  }
}

/** @param {string} folder */
function startHost(folder) {
  const probe = new URL('probe.js', import.meta.url).href;
  const main = inProject('dist/loopback/main.js');
  return spawn(process.execPath, ['--import', probe, main, '--no-open', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

/** @typedef {ReturnType<typeof startHost>} Host */

/**
 * What happened in the host since it was asked last.
 * @param {Host} host
 * @returns {Promise<Reading>}
 */
async function ask(host) {
  const answer = once(host, 'message');
  host.send('read');
  const [reading] = await answer;
  return /** @type {Reading} */ (reading);
}

/**
 * Comes in by the launch address of a host and gives the way to call it.
 * @param {Host} host
 */
async function enter(host) {
  if (!host.stdout) throw new Error('The host has no output');
  const [printed] = await once(host.stdout, 'data');
  const url = /http:\S+launch\?token=[\w-]+/.exec(String(printed))?.[0] ?? '';
  const { origin } = new URL(url);
  const entered = await fetch(url, { redirect: 'manual' });
  const cookie = entered.headers.getSetCookie().map((header) => header.split(';', 1)[0]);
  const headers = { 'content-type': 'application/json', cookie: cookie.join('; '), origin };
  /**
   * @template {Method} M
   * @param {M} method
   * @param {import('../../../shared/contract.ts').Input<M>} input
   * @returns {Promise<import('../../../shared/contract.ts').Output<M>>}
   */
  return async (method, input) => {
    const body = JSON.stringify({ method, input });
    const response = await fetch(`${origin}/api`, { method: 'POST', headers, body });
    const reply = /** @type {import('../../../shared/contract.ts').Reply<M>} */ (await response.json());
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message} ${reply.error.details.join('; ')}`);
    return reply.value;
  };
}

/** @typedef {Awaited<ReturnType<typeof enter>>} Call */

/**
 * Stores a review and has everybody sign it.
 * @param {Call} call
 * @param {Awaited<ReturnType<typeof reviewOfSize>>} file
 * @param {boolean} isSigned
 */
async function prepare(call, file, isSigned) {
  const { id } = expectKind('imported', await call('review.import', { text: JSON.stringify(file) }));
  const { document, revision, contentSha256 } = expectKind('opened', await call('review.open', { id }));
  if (!isSigned) return { id, revision };
  const signOff = { ...document.signOff, signatures: signaturesOf(document, contentSha256) };
  const saved = await call('review.save', { baseRevision: revision, document: { ...document, signOff } });
  return { id, revision: expectKind('saved', saved).revision };
}

/**
 * @template {{ readonly kind: string }} Answer
 * @template {Answer['kind']} Kind
 * @param {Kind} kind
 * @param {Answer} answer
 * @returns {Extract<Answer, { readonly kind: Kind }>}
 */
function expectKind(kind, answer) {
  if (answer.kind !== kind) throw new Error(`The program answered ${JSON.stringify(answer)}`);
  return /** @type {Extract<Answer, { readonly kind: Kind }>} */ (answer);
}

/** @param {Uint8Array} pdf */
async function pagesOf(pdf) {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  return (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();
}
