import type { Dissent, RiskAction } from './parts.ts';

export const ACTION_STATUS_WORDS: Readonly<Record<RiskAction['status'], string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

export const POSITION_WORDS: Readonly<Record<Dissent['position'], string>> = {
  'can-live-with-it': 'Can live with it',
  'formal-objection': 'Formal objection',
};
