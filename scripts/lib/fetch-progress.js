import { seconds } from './progress.js';

/** @typedef {import('./patient-download.js').Progress} Progress */
/** @typedef {import('./patient-download.js').DownloadOptions} DownloadOptions */

/** Milliseconds between two lines where a line cannot be written over. */
const LINE_INTERVAL = 10_000;
/** Milliseconds between two changes of the line on a terminal. */
const REDRAW_INTERVAL = 250;

const MEGABYTE = 1_000_000;

/**
 * Fetches Electron, saying how far it is; on a terminal the key B puts it off.
 * @param {(options: DownloadOptions) => Promise<string | null>} fetchElectron
 * @param {{ readonly mayPutOff: boolean }} options
 * @returns {Promise<string | null>} why it failed; null when it is here
 */
export async function fetchWithProgress(fetchElectron, { mayPutOff }) {
  const { stdin, stdout } = process;
  const putOff = new AbortController();
  const canPutOff = mayPutOff && stdin.isTTY && stdout.isTTY;
  const hint = canPutOff ? '; B opens a browser instead, and the next start goes on' : '';
  console.log(`Fetching Electron${hint} …`);
  const onKey = (/** @type {Buffer} */ key) => {
    if (/^b$/i.test(String(key))) putOff.abort();
    // In raw mode the terminal passes Ctrl+C on as a character.
    if (String(key) === '\u0003') process.kill(process.pid, 'SIGINT');
  };
  if (canPutOff) stdin.setRawMode(true).resume().on('data', onKey);
  try {
    return await fetchElectron({ onProgress: teller(stdout), signal: putOff.signal });
  } finally {
    if (canPutOff) stdin.setRawMode(false).pause().off('data', onKey);
    if (stdout.isTTY) stdout.write('\r\x1b[K');
  }
}

/**
 * Tells how far it is, on one line that changes, or now and then where lines stay.
 * @param {{ readonly isTTY?: boolean, write(text: string): unknown }} output
 * @param {() => number} [now] milliseconds
 * @returns {(progress: Progress) => void}
 */
export function teller(output, now = () => performance.now()) {
  const interval = output.isTTY ? REDRAW_INTERVAL : LINE_INTERVAL;
  let last = now() - REDRAW_INTERVAL;
  return (progress) => {
    if (now() - last < interval) return;
    last = now();
    output.write(output.isTTY ? `\r\x1b[K${progressText(progress)}` : `${progressText(progress)}\n`);
  };
}

/**
 * Bytes, rate and time left, such as “45.2 of 120.1 MB, 3.4 MB/s, 22.0 s left”.
 * @param {Progress} progress
 */
export function progressText({ received, total, rate }) {
  const done = (received / MEGABYTE).toFixed(1);
  const speed = `${(rate / MEGABYTE).toFixed(1)} MB/s`;
  if (total === null) return `${done} MB, ${speed}`;
  const left = rate > 0 ? `, ${seconds(((total - received) / rate) * 1000)} left` : '';
  return `${done} of ${(total / MEGABYTE).toFixed(1)} MB, ${speed}${left}`;
}
