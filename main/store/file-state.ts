import type { BigIntStats } from 'node:fs';

/** Nanoseconds after a change in which the coarsest clock of a disk does not tell another one from it. */
const CLOCK_TICK = 2_000_000_000n;

/** What tells a file from a changed one. The time of its status moves even where a program sets the other one back. */
export function fingerprintOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return `${size}-${mtimeNs}-${ctimeNs}-${ino}`;
}

/** Whether a later change of the file could not have the same time. */
export function isSettled({ ctimeNs }: BigIntStats): boolean {
  return BigInt(Date.now()) * 1_000_000n - ctimeNs > CLOCK_TICK;
}
