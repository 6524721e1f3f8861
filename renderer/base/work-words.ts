import type { WorkStep } from '#shared/contract/work-step.ts';

/** What is going on, in words. */
export const STEP_WORDS: Readonly<Record<WorkStep['kind'], string>> = {
  prepare: 'Preparing…',
  page: 'Setting the pages…',
  compare: 'Setting the pages again, to compare them…',
  seal: 'Adding the seals…',
  check: 'Checking…',
  write: 'Writing the file…',
};

/** The same with the number of the page or seal, where they are counted. */
export function stepText({ kind, at, of }: WorkStep): string {
  if (of === 0) return STEP_WORDS[kind];
  switch (kind) {
    case 'page':
      return `Setting page ${at} of ${of}…`;
    case 'compare':
      return `Setting page ${at} of ${of} again, to compare it…`;
    case 'seal':
      return `Adding seal ${at} of ${of}…`;
    default:
      return STEP_WORDS[kind];
  }
}
