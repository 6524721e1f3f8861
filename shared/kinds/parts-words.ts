import { formatDate } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { Dissent, NotKnown, RiskAction } from './parts.ts';

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

/** That a value is not known, with who finds it out and by when, as far as that was said. */
export function notKnownText(notKnown: NotKnown): string {
  return `Not known${finderText(notKnown)}`;
}

/** Who finds a value out and by when, to stand behind its name; empty where neither was said. */
export function finderText({ who, by }: NotKnown): string {
  const parts = [
    ...(isBlank(who) ? [] : [`${who.trim()} finds out`]),
    ...(by === null ? [] : [`by ${formatDate(by)}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(' ')})`;
}
