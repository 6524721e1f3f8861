import type { Dependency } from './answers.ts';

/** A counterpart that is missing has to be written by the team. */
export const DEPENDENCY_STATUS_WORDS: Readonly<Record<NonNullable<Dependency['status']>, string>> = {
  ready: 'Ready',
  partial: 'Partial',
  missing: 'Missing: write it',
};
