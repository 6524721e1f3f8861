import type { Approach } from './options.ts';

/** How a candidate comes about, as it is told beside its name. */
export const APPROACH_WORDS: Readonly<Record<Approach, string>> = {
  build: 'Build it',
  extend: 'Extend what is there',
  adopt: 'Adopt what exists',
};
