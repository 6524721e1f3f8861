import type { WayBack } from './answers.ts';

/** Whether a decision can be taken back, in the words of screens, record and command line. */
export const UNDO_WORDS: Readonly<Record<NonNullable<WayBack['undo']>, string>> = {
  yes: 'Can be undone',
  'at-a-price': 'Can be undone at a price',
  no: 'Cannot be undone',
};

export const REACH_WORDS: Readonly<Record<NonNullable<WayBack['reach']>, string>> = {
  component: 'This component',
  team: 'The whole team',
  teams: 'Several teams',
};
