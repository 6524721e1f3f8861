// Loaded into a program before its own code (`node --import`): on a message from its parent it says how long
// its main thread stood still at most since the last message, and how much memory the process has held.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * @typedef {object} Reading
 * @property {number} stall longest time for which the event loop of the main thread stood still, in milliseconds
 * @property {number | null} work longest time for which that thread worked between two turns of the loop, in milliseconds
 *   of a processor: of the stall, what is ours; null where the system does not tell
 * @property {number} memory largest resident set of the process so far, all its threads, in megabytes
 */

const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
let last = worked();
/** @type {number | null} */
let work = null;
// The system's own count of the peak begins with that of the parent process.
let memory = 0;

setInterval(() => {
  const now = worked();
  if (now !== null && last !== null) work = Math.max(work ?? 0, now - last);
  last = now;
  memory = Math.max(memory, process.memoryUsage.rss());
}, 1);

process.on('message', () => {
  /** @type {Reading} */
  const reading = { stall: delays.max / 1e6, work, memory: memory / 2 ** 20 };
  delays.reset();
  work = null;
  process.send?.(reading);
});

/** Milliseconds for which the main thread has had a processor. */
function worked() {
  if (process.platform !== 'linux') return null;
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[0]) / 1e6;
}
