import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * How far a download is.
 * @typedef {object} Progress
 * @property {number} received bytes, those of earlier attempts included
 * @property {number | null} total bytes; null when the server does not say
 * @property {number} rate bytes per second, over this attempt
 *
 * @typedef {object} Patience
 * @property {number} firstByte milliseconds until the answer begins
 * @property {number} stall milliseconds without any byte
 *
 * @typedef {object} DownloadOptions
 * @property {(progress: Progress) => void} [onProgress]
 * @property {AbortSignal} [signal] stops it; what is there is kept for the next time
 * @property {Patience} [patience]
 */

/** Long enough for a slow proxy, short enough for a person who waits at a network that is closed. @type {Patience} */
const PATIENCE = { firstByte: 8_000, stall: 20_000 };

/** Attempts in a row that bring the file no further. */
const ATTEMPTS_IN_VAIN = 5;

/** Nothing arrives any more. */
export class Stalled extends Error {}

/**
 * Downloads a file, however long it takes while anything arrives. What was received is kept in a `.part` file beside the
 * target and goes on from there, at once when the connection breaks off, and the next time when nothing arrives.
 * @param {string} url
 * @param {string} target
 * @param {DownloadOptions} [options]
 */
export async function downloadPatiently(url, target, options = {}) {
  const part = `${target}.part`;
  mkdirSync(path.dirname(part), { recursive: true });
  let inVain = 0;
  for (;;) {
    const before = sizeOf(part);
    let arrived = false;
    const onProgress = (/** @type {Progress} */ progress) => {
      arrived = true;
      options.onProgress?.(progress);
    };
    try {
      await receive(url, part, { ...options, onProgress });
      renameSync(part, target);
      return;
    } catch (error) {
      // Broken off after something had arrived, so there may be more; what came last may not have reached the file.
      inVain = sizeOf(part) > before ? 0 : inVain + 1;
      const mayGoOn = arrived && inVain < ATTEMPTS_IN_VAIN && !isFinal(error, options.signal);
      if (!mayGoOn && !(error instanceof DoesNotFit)) throw error;
    }
  }
}

/**
 * @param {unknown} error
 * @param {AbortSignal} [signal]
 */
function isFinal(error, signal) {
  return signal?.aborted || error instanceof Refused;
}

/** The server does not give the file. */
class Refused extends Error {}

/** What had been received is no part of what the server has; it is gone now. */
class DoesNotFit extends Error {}

/**
 * One attempt: what is missing, behind what is there.
 * @param {string} url
 * @param {string} part
 * @param {DownloadOptions} options
 */
async function receive(url, part, { onProgress, signal, patience = PATIENCE }) {
  const idle = new AbortController();
  const giveUp = () => idle.abort(new Stalled('nothing arrives'));
  let timer = setTimeout(giveUp, patience.firstByte);
  try {
    const there = sizeOf(part);
    const headers = there > 0 ? { range: `bytes=${there}-` } : {};
    const response = await fetch(url, { headers, signal: AbortSignal.any([idle.signal, ...(signal ? [signal] : [])]) });
    // What is there is more than there should be, or of another file.
    if (response.status === 416 && there > 0) {
      rmSync(part, { force: true });
      throw new DoesNotFit();
    }
    if (!response.ok || !response.body) throw new Refused(`${response.status} ${response.statusText}`);
    const isRest = response.status === 206;
    const since = performance.now();
    let received = 0;
    const total = totalOf(response.headers, isRest ? there : 0);
    const watched = async function* (/** @type {AsyncIterable<Uint8Array>} */ chunks) {
      for await (const chunk of chunks) {
        clearTimeout(timer);
        timer = setTimeout(giveUp, patience.stall);
        received += chunk.length;
        const seconds = Math.max(performance.now() - since, 1) / 1000;
        onProgress?.({ received: (isRest ? there : 0) + received, total, rate: received / seconds });
        yield chunk;
      }
    };
    await pipeline(
      Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (response.body)),
      watched,
      createWriteStream(part, { flags: isRest ? 'a' : 'w' }),
    );
    if (total !== null && sizeOf(part) < total) throw new Error('the connection broke off');
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Headers} headers
 * @param {number} offset of what is sent, in the whole file
 */
function totalOf(headers, offset) {
  const length = headers.get('content-length');
  return length === null ? null : offset + Number(length);
}

/** @param {string} file */
function sizeOf(file) {
  return existsSync(file) ? statSync(file).size : 0;
}
