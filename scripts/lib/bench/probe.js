// Loaded into a program before its own code (`node --import`): on a message from its parent it says how long
// its main thread stood still at most since the last message, and how much memory the process has held.
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Reading
 * @property {number} stall longest time for which the event loop of the main thread stood still, in milliseconds;
 *   on Linux without the time in which it waited for a processor that others had
 * @property {number} memory largest resident set of the process so far, all its threads, in megabytes
 */

let stall = 0;
// The system's own count of the peak begins with that of the parent process.
let memory = 0;
let last = { at: performance.now(), waited: waited() };

setInterval(() => {
  const now = { at: performance.now(), waited: waited() };
  stall = Math.max(stall, now.at - last.at - (now.waited - last.waited));
  memory = Math.max(memory, process.memoryUsage.rss());
  last = now;
}, 1);

process.on('message', () => {
  /** @type {Reading} */
  const reading = { stall, memory: memory / 2 ** 20 };
  stall = 0;
  process.send?.(reading);
});

/** Milliseconds for which the main thread has waited for a processor; 0 where the system does not say. */
function waited() {
  if (process.platform !== 'linux') return 0;
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[1]) / 1e6;
}
