import type { StageState } from './answers.ts';

export const STAGE_STATE_WORDS: Readonly<Record<StageState, string>> = {
  open: 'Not planned yet',
  planned: 'Planned',
  'in-progress': 'In progress',
  done: 'Done',
  skipped: 'Skipped',
};
