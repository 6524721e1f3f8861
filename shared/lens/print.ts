import { utf8Length } from '#shared/base/utf8-length.ts';
import { LENS_SIZE_LIMIT, lensLimits, refusedByAws } from './limits.ts';
import type { Lens } from './schema.ts';

export interface PrintedLens {
  readonly text: string;
  /** What AWS would refuse of just this text, one readable line each. */
  readonly findings: readonly string[];
}

/**
 * A lens as file text, in the order its author would read it. Spaces and line breaks are left out where they would
 * make it too large for AWS.
 */
export function printLens(lens: Lens): PrintedLens {
  const spaced = `${JSON.stringify(lens, null, 2)}\n`;
  const text = utf8Length(spaced) <= LENS_SIZE_LIMIT ? spaced : `${JSON.stringify(lens)}\n`;
  return { text, findings: lensLimits(lens, utf8Length(text)).map(refusedByAws) };
}
