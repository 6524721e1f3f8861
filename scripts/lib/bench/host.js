import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endBuiltHost, enterBuiltHost, startBuiltHost } from '../built-host.js';
import { median, ROUNDS } from './measure.js';
import { reviewOfSize, signaturesOf } from './reviews.js';

/**
 * @typedef {import('./probe.js').Reading} Reading
 * @typedef {import('../built-host.js').BuiltHost} Host
 * @typedef {import('../built-host.js').Call} Call
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
  const host = startBuiltHost(folder, new URL('probe.js', import.meta.url).href);
  try {
    const call = await enterBuiltHost(host);
    const { id, revision } = await prepare(call, await reviewOfSize(pages, signers), signers > 0);
    const round = async () => {
      // A sealed record is kept; without this, it would be made again.
      await rm(path.join(folder, 'records', id), { recursive: true, force: true });
      const since = performance.now();
      if (signers > 0) expectKind('sealed', await call('record.seal', { id, revision }));
      const target = /** @type {const} */ ({ kind: 'named', folder, fileName: 'record.pdf', replace: true });
      expectKind('exported', await call('record.export', { id, revision, form: 'pdf', target }));
      return performance.now() - since;
    };
    await ask(host);
    const first = await round();
    const times = [];
    for (let count = 0; count < ROUNDS; count++) times.push(await round());
    const reading = await ask(host);
    const bytes = await readFile(path.join(folder, 'record.pdf'));
    return { pages: await pagesOf(bytes), size: bytes.length, time: median(times), first, ...reading };
  } finally {
    await endBuiltHost(host);
    await rm(folder, { recursive: true });
  }
}

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
