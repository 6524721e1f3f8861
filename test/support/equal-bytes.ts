import { expect } from 'vitest';

/**
 * Bytes are the same or not as a whole. Vitest takes every byte for a property of its own, which costs seconds for a file of a
 * megabyte. Values of two types are left to it.
 */
function equalBytes(left: unknown, right: unknown): boolean | undefined {
  if (!(left instanceof Uint8Array && right instanceof Uint8Array)) return undefined;
  return left.constructor === right.constructor ? Buffer.compare(left, right) === 0 : undefined;
}

// This file is run again for each test file of a worker, and testers add up.
const worker = globalThis as { hasEqualBytes?: true };
if (!worker.hasEqualBytes) expect.addEqualityTesters([equalBytes]);
worker.hasEqualBytes = true;
