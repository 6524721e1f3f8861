import type { Ballot, JudgementVotes, Round } from './rounds.ts';
import type { Spread } from './spread.ts';

export const SPREAD_WORDS: Readonly<Record<Spread, string>> = {
  agreed: 'Agreed',
  leaning: 'Leaning',
  split: 'Split',
  polarised: 'Polarised',
};

/** Tone of a spread; only where there is one is there anything to talk about. */
export const SPREAD_TONES = {
  agreed: 'for',
  leaning: 'neutral',
  split: 'open',
  polarised: 'warning',
} as const satisfies Record<Spread, string>;

export const CONFIDENCE_WORDS: Readonly<Record<NonNullable<Ballot['confidence']>, string>> = {
  low: 'Not very sure',
  medium: 'Fairly sure',
  high: 'Very sure',
};

export const WAY_WORDS: Readonly<Record<Round['way'], string>> = {
  keyboard: 'Pass the keyboard',
  'at-once': 'All at once',
  hands: 'Show of hands',
};

/** Whom to hear first, as a sentence; empty where all agree, or where only hands were counted. */
export function inviteWords({ sides }: JudgementVotes): string {
  const [smallest] = sides;
  if (!smallest || sides.length < 2) return '';
  const names = smallest.ballots.map(({ voter }) => voter);
  const who = names.length === 0 ? `those who said “${smallest.text}”` : namesText(names);
  return `Hear ${who} first.`;
}

/** Names in a sentence, such as “Ada, Ben and Cleo”. */
export function namesText(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
