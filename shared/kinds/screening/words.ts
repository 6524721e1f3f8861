import type { Lean } from '#shared/template/template.ts';

/** Which way the screening leans. */
export const SCREENING_WORDS: Readonly<Record<Lean, string>> = {
  for: 'Leans towards the candidate',
  open: 'Leans neither way',
  against: 'Leans away from the candidate',
};
