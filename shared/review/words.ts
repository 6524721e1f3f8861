import type { SectionState } from './progress.ts';
import type { ReviewSummary } from './summary.ts';

export const SECTION_STATE_WORDS: Readonly<Record<SectionState, string>> = {
  complete: 'Complete',
  open: 'Open',
  blocked: 'Waiting',
};

/** What became of a signed decision. */
export const AFTERWARDS_WORDS: Readonly<Record<NonNullable<ReviewSummary['afterwards']>, string>> = {
  superseded: 'Superseded',
  deprecated: 'Deprecated',
};
