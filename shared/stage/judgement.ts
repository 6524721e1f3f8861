import type { SectionKind } from '#shared/template/template.ts';

/** One of the answers that a judgement can have. */
export interface JudgementChoice {
  /** As ballots and differing views store it. */
  readonly value: string;
  readonly text: string;
  /** The key that gives this answer, in lower case; null where there are more answers than keys. */
  readonly key: string | null;
  readonly tone?: 'for' | 'open' | 'against';
}

/**
 * Something that a team judges by one of a few answers: a question of the rule, a score, how likely a risk is. The
 * stage, votes and differing views all work on judgements, whatever section these lie in.
 */
export interface Judgement {
  /** Unique in a review, such as `risks.ramp-up.impact`. */
  readonly id: string;
  /** What is judged where a thing has several judgements, such as “Impact”. */
  readonly name: string;
  readonly choices: readonly JudgementChoice[];
  /** Whether the answers are steps of one scale, so that two of them can be near each other or far apart. */
  readonly isScale: boolean;
  /** The team's answer; null while there is none. */
  readonly value: string | null;
  readonly place: JudgementPlace;
}

/** Where in a review the team's answer to a judgement stands. */
export type JudgementPlace =
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'project-kind' }
  | { readonly kind: 'score'; readonly criterion: string; readonly candidate: string }
  | { readonly kind: 'rating'; readonly risk: string; readonly field: 'likelihood' | 'impact' }
  | { readonly kind: 'decision' };

/** What a thing on the stage is. */
export type StageKind =
  | 'question'
  | 'choices'
  | 'signal'
  | 'project-kind'
  | 'criterion'
  | 'measure'
  | 'risk'
  | 'decision'
  /** A section that has nothing to show one by one. */
  | 'section';

/** One thing that the room looks at. */
export interface StageThing {
  /** Anchor of its place in the review, see `anchor`. */
  readonly id: string;
  readonly section: SectionKind;
  readonly kind: StageKind;
  /** Id of the item in its section; empty for what is there once. */
  readonly item: string;
  readonly name: string;
  /** What is asked or said, to be read by the room; empty for nothing. */
  readonly text: string;
  readonly judgements: readonly Judgement[];
}

/** Words of an answer; the answer itself where the template does not have it any more. */
export function choiceText({ choices }: Judgement, value: string): string {
  return choices.find((choice) => choice.value === value)?.text ?? value;
}

/** The team's answer in words; empty while there is none. */
export function answerText(judgement: Judgement): string {
  return judgement.value === null ? '' : choiceText(judgement, judgement.value);
}

const STEPS = [1, 2, 3, 4, 5];

/** Choices of a scale from 1 to 5, each with its digit as key. */
export function fiveSteps(words: readonly string[] = []): readonly JudgementChoice[] {
  return STEPS.map((step) => ({ value: String(step), key: String(step), text: words[step - 1] ?? String(step) }));
}

/** The number that an answer on a scale stands for; null for none. */
export function stepOf(value: string | null): number | null {
  const step = Number(value);
  return value !== null && STEPS.includes(step) ? step : null;
}

/** Keys for choices of which there may be more than digits: 1 to 9, then none. */
export function digitKey(index: number): string | null {
  return index < 9 ? String(index + 1) : null;
}
