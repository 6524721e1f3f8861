// Loaded into a program before its own code (`node --import`): on a message from its parent it says how long
// its main thread stood still at most since the last message, and how much memory the process has held.
import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * @typedef {object} Reading
 * @property {number} stall longest time for which the event loop of the main thread stood still, in milliseconds
 * @property {number} memory largest resident set of the process so far, all its threads, in megabytes
 */

/** Milliseconds between two looks at the memory. */
const INTERVAL = 10;

const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
// The system's own count of the peak begins with that of the parent process.
let peak = 0;
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, INTERVAL);

process.on('message', () => {
  /** @type {Reading} */
  const reading = { stall: delays.max / 1e6, memory: peak / 2 ** 20 };
  delays.reset();
  process.send?.(reading);
});
