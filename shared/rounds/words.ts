import { choiceText } from '#shared/stage/judgement.ts';
import type { Ballot, JudgementVotes, Round, RoundVotes } from './rounds.ts';
import { median, type Spread } from './spread.ts';

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

/** The spread of the votes on one judgement, and which way they lean: “Leaning to “Yes””. Empty without votes. The record says the spread alone. */
export function spreadWords(votes: JudgementVotes): string {
  if (votes.spread === null) return '';
  return votes.spread === 'leaning' ? `${SPREAD_WORDS.leaning} ${leaningTo(votes)}` : SPREAD_WORDS[votes.spread];
}

/** The spread of all that a round was about; of several judgements, each that leans with its way. */
export function roundSpreadWords({ spread, judgements }: Pick<RoundVotes, 'spread' | 'judgements'>): string {
  if (spread === null) return '';
  const [only] = judgements;
  if (only && judgements.length === 1) return spreadWords(only);
  if (spread !== 'leaning') return SPREAD_WORDS[spread];
  const leaning = judgements.filter((votes) => votes.spread === 'leaning');
  return `${SPREAD_WORDS.leaning}: ${leaning.map((votes) => `${votes.judgement.name} ${leaningTo(votes)}`).join(', ')}`;
}

/** Where to: what most gave, or the middle of a scale around which they lie. */
function leaningTo({ judgement, sides }: JudgementVotes): string {
  const quoted = (answer: string) => `“${choiceText(judgement, answer)}”`;
  if (!judgement.isScale) return `to ${quoted(sides.at(-1)?.answer ?? '')}`;
  const steps = sides.flatMap(({ answer, count }) => Array<number>(count).fill(Number(answer)));
  const middle = median(steps.toSorted((left, right) => left - right));
  const [below, above] = [Math.floor(middle), Math.ceil(middle)];
  return below === above
    ? `to ${quoted(String(middle))}`
    : `between ${quoted(String(below))} and ${quoted(String(above))}`;
}

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
