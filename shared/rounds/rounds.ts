import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { viewsOn } from '#shared/stage/differing-views.ts';
import { choiceText, type Judgement, type StageThing } from '#shared/stage/judgement.ts';
import { stageThings } from '#shared/stage/stage-things.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { votedPlaces } from '#shared/template/votes.ts';
import type { ballotSchema, roundSchema } from './schema.ts';
import { isApart, type Spread, spreadOf, widest } from './spread.ts';

export type Round = DeepReadonly<z.output<typeof roundSchema>>;
export type Ballot = DeepReadonly<z.output<typeof ballotSchema>>;

/** Subject of a premortem, which is about the whole review. */
export const PREMORTEM = 'premortem';

/** The people that gave one answer to a judgement, with their ballots; a show of hands has only the number. */
export interface Side {
  readonly answer: string;
  readonly text: string;
  readonly count: number;
  readonly ballots: readonly Ballot[];
}

/** How the votes on one judgement stand. */
export interface JudgementVotes {
  readonly judgement: Judgement;
  readonly spread: Spread | null;
  /** The smaller side first, as it is the one to be heard first; equal ones in the order of the answers. */
  readonly sides: readonly Side[];
}

/** The votes of one round on what was voted on. */
export interface RoundVotes {
  readonly round: Round;
  readonly spread: Spread | null;
  readonly judgements: readonly JudgementVotes[];
}

/** The rounds on one subject, the first one first. */
export function roundsOn(review: ReviewDocument, subject: string): readonly Round[] {
  return (review.rounds ?? []).filter((round) => round.subject === subject);
}

/** What a round says of each judgement of a thing. Answers to judgements that the thing does not have any more are left out. */
export function votesOf(round: Round, thing: StageThing): RoundVotes {
  const judgements = thing.judgements.map((judgement): JudgementVotes => {
    const sides = sidesOf(round, judgement);
    const answers = sides.flatMap(({ answer, count }) => Array<string>(count).fill(answer));
    return { judgement, sides, spread: spreadOf(answers, judgement.isScale) };
  });
  return { round, judgements, spread: widest(judgements.map(({ spread }) => spread)) };
}

function sidesOf(round: Round, judgement: Judgement): readonly Side[] {
  const known = judgement.choices.map(({ value }) => value);
  const given = round.ballots.flatMap((ballot) =>
    ballot.answers.filter((entry) => entry.judgement === judgement.id).map(({ answer }) => ({ answer, ballot })),
  );
  const counts = round.counts.filter((entry) => entry.judgement === judgement.id);
  const answers = [...new Set([...known, ...given.map(({ answer }) => answer), ...counts.map(({ answer }) => answer)])];
  return answers
    .map((answer): Side => {
      const ballots = given.filter((entry) => entry.answer === answer).map(({ ballot }) => ballot);
      const hands = counts.filter((entry) => entry.answer === answer).reduce((sum, { count }) => sum + count, 0);
      return { answer, text: choiceText(judgement, answer), ballots, count: ballots.length + hands };
    })
    .filter(({ count }) => count > 0)
    .toSorted((left, right) => left.count - right.count);
}

/** A thing that was voted on, with its last round. */
export interface VotedThing {
  readonly thing: StageThing;
  readonly rounds: number;
  readonly last: RoundVotes;
}

/** Everything that was voted on, in the order of the template. */
export function votedThings(review: ReviewDocument, template: Template): readonly VotedThing[] {
  if (!review.rounds) return [];
  return stageThings(review, template).flatMap((thing) => {
    const rounds = roundsOn(review, thing.id);
    const last = rounds.at(-1);
    return last ? [{ thing, rounds: rounds.length, last: votesOf(last, thing) }] : [];
  });
}

/** What is put to the vote by itself and was not voted on yet, in the order of the template. */
export function offeredVotes(review: ReviewDocument, template: Template): readonly StageThing[] {
  const places = new Set(votedPlaces(template).map(({ place }) => place));
  return stageThings(review, template).filter(({ id }) => places.has(id) && roundsOn(review, id).length === 0);
}

/** Things of one section that can be put to the vote. */
export interface SectionVotes {
  readonly kind: SectionKind;
  readonly title: string;
  readonly things: readonly StageThing[];
}

/** Everything else that can be put to the vote and was not, section by section. */
export function otherVotes(review: ReviewDocument, template: Template): readonly SectionVotes[] {
  const places = new Set(votedPlaces(template).map(({ place }) => place));
  const things = stageThings(review, template).filter(
    ({ id, judgements }) => judgements.length > 0 && !places.has(id) && roundsOn(review, id).length === 0,
  );
  return template.sections.flatMap(({ kind, title }) => {
    const own = things.filter(({ section }) => section === kind);
    return own.length > 0 ? [{ kind, title, things: own }] : [];
  });
}

/** What the team does not agree on: things whose last round was split or polarised. */
export function disagreements(review: ReviewDocument, template: Template): readonly VotedThing[] {
  return votedThings(review, template).filter(({ last }) => isApart(last.spread));
}

/** The team's answers of one section that rest on a split, in words; empty when none does. */
export function restsOnSplit(
  review: ReviewDocument,
  template: Template,
  section: StageThing['section'],
): readonly string[] {
  return disagreements(review, template)
    .filter(({ thing }) => thing.section === section && thing.judgements.some(({ value }) => value !== null))
    .map(({ thing, last }) => `“${thing.name}” (${countsText(last)})`);
}

/** The votes in short, such as “3 yes, 3 no”; of several judgements, each with its name. */
export function countsText({ judgements }: Pick<RoundVotes, 'judgements'>): string {
  return judgements
    .filter(({ sides }) => sides.length > 0)
    .map(({ judgement, sides }) => {
      const counted = sides.toReversed().map(({ count, text }) => `${count} × ${text.toLowerCase()}`);
      return `${judgements.length > 1 ? `${judgement.name}: ` : ''}${counted.join(', ')}`;
    })
    .join('; ');
}

/** Takes a revealed round into the review; one that is there already stays as it is. */
export function addRound(review: ReviewDocument, round: Round): ReviewDocument {
  const rounds = review.rounds ?? [];
  return rounds.some(({ id }) => id === round.id) ? review : { ...review, rounds: [...rounds, round] };
}

/** Those who answer otherwise than in the round before, in which they voted by name. */
export function changedVoters(before: Pick<Round, 'ballots'>, ballots: readonly Ballot[]): readonly string[] {
  return ballots
    .filter(({ voter, answers }) => {
      const earlier = before.ballots.find((ballot) => ballot.voter === voter);
      const given = (judgement: string) => earlier?.answers.find((entry) => entry.judgement === judgement)?.answer;
      return earlier !== undefined && answers.some(({ judgement, answer }) => given(judgement) !== answer);
    })
    .map(({ voter }) => voter);
}

/** Ballots with whose reason moved those who answer otherwise than in the round before; what was said of others is left out. */
export function withMovers(
  before: Pick<Round, 'ballots'> | null,
  ballots: readonly Ballot[],
  moved: Readonly<Record<string, string>>,
): readonly Ballot[] {
  const changed = new Set(before ? changedVoters(before, ballots) : []);
  return ballots.map((ballot) =>
    changed.has(ballot.voter) ? { ...ballot, moved: moved[ballot.voter] ?? '' } : ballot,
  );
}

/** Those who were asked and did not vote; after a show of hands nobody knows. */
export function missingVoters({
  present,
  ballots,
  way,
}: Pick<Round, 'present' | 'ballots' | 'way'>): readonly string[] {
  if (way === 'hands') return [];
  return present.filter((name) => !ballots.some(({ voter }) => voter === name));
}

/** Rounds with a name for each ballot and each answer as one text, to be compared row by row. */
export function comparableRounds(rounds: readonly Round[]): readonly object[] {
  return rounds.map(({ ballots, counts, ...round }) => ({
    ...round,
    ballots: ballots.map(({ answers, ...ballot }) => ({
      ...ballot,
      id: ballot.voter,
      name: ballot.voter,
      answers: answers.map(({ judgement, answer }) => `${judgement}: ${answer}`),
    })),
    counts: counts.map(({ judgement, answer, count }) => `${judgement}: ${answer}, ${count}`),
  }));
}

/**
 * The ballots of the last round on a thing that want another answer than the team gave, of people who are not on record with a
 * view of it; none while the team has not answered.
 */
export function differingBallots(review: ReviewDocument, thing: StageThing): readonly Ballot[] {
  const last = roundsOn(review, thing.id).at(-1);
  if (!last || thing.judgements.some(({ value }) => value === null)) return [];
  const known = viewsOn(review, thing).map(({ name }) => name);
  return last.ballots.filter(
    ({ voter, answers }) =>
      !known.includes(voter) &&
      answers.some(({ judgement: id, answer }) =>
        thing.judgements.some((judgement) => judgement.id === id && judgement.value !== answer),
      ),
  );
}
