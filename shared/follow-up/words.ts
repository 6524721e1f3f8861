import type { FollowUpState } from './schema.ts';

export const FOLLOW_UP_WORDS: Readonly<Record<FollowUpState, string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
  kept: 'Kept',
  'not-kept': 'Not kept',
  measured: 'Measured',
  happened: 'Happened',
  'did-not-happen': 'Did not happen',
  'cannot-tell': 'Cannot be told',
  quiet: 'Looked, not fired',
  fired: 'Fired',
  'not-watched': 'Not watched any more',
};
