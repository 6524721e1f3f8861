import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which other waiting work gets its turn; too few to be noticed. */
const TURN = 8;

/**
 * For long work done in small pieces: call it between two pieces. It waits only where the work has gone on for a
 * whole turn, and then until all else that was ready has been done.
 */
export function takeTurns(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < TURN) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
