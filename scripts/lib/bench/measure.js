/** Rounds that count, after a first one that loads what is loaded at first use. */
export const ROUNDS = 5;

/**
 * How long something takes, once everything is loaded, and what it makes.
 * @param {() => Promise<Uint8Array>} make
 * @returns {Promise<{ readonly time: number, readonly bytes: Uint8Array }>} median time in milliseconds
 */
export async function measure(make) {
  let bytes = await make();
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const since = performance.now();
    bytes = await make();
    times.push(performance.now() - since);
  }
  return { time: median(times), bytes };
}

/** @param {readonly number[]} values */
export function median(values) {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
