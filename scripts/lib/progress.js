/** @typedef {{ write(text: string): unknown }} Output */

/** Where progress goes when nobody should see it. @type {Output} */
export const SILENT = { write: () => true };

/**
 * Does one thing that takes a while: says what, then on the same line how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @param {Output} output
 * @returns {Promise<T>}
 */
export async function timed(what, work, output) {
  output.write(`${what} … `);
  const since = performance.now();
  try {
    const result = await work();
    output.write(`${seconds(performance.now() - since)}\n`);
    return result;
  } catch (error) {
    output.write('failed\n');
    throw error;
  }
}

/**
 * A duration as people read it.
 * @param {number} milliseconds
 */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
