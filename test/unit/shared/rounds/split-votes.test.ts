import { describe, expect, it } from 'vitest';
import { buildRecord } from '#shared/record/build.ts';
import { reviewFindings } from '#shared/review/findings.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SplitResult, splitResults, splitVotesUnder } from '#shared/rounds/split-votes.ts';
import { giveAnswer } from '#shared/stage/give-answer.ts';
import { stageThings } from '#shared/stage/stage-things.ts';
import { whatFollows } from '#shared/stage/what-follows.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { smallReview } from '#test/support/small-review.ts';

const template = kindsTemplate;
const RESULTS = ['screening', 'rule', 'options', 'risks', 'decision'] as const;

/** A review in which the team answered the first thing of a section, after a vote on it in which one stood against another. */
function split(section: SplitResult, isAgreed = false, isAnswered = true): ReviewDocument {
  const empty = smallReview({ template: { id: template.id, version: template.version, sha256: '0'.repeat(64) } });
  const thing = stageThings(empty, template).find(
    (entry) => entry.section === section && (entry.judgements[0]?.choices.length ?? 0) > 1,
  );
  if (!thing) throw new Error(`Nothing to vote on in ${section}`);
  const ballot = (voter: string, at: number) => ({
    voter,
    answers: thing.judgements.map(({ id, choices }) => ({ judgement: id, answer: choices.at(at)?.value ?? '' })),
    confidence: null,
    reason: '',
    moved: '',
  });
  const round = {
    id: 'r1',
    subject: thing.id,
    question: '',
    way: 'at-once' as const,
    present: ['Ada', 'Ben'],
    ballots: [ballot('Ada', 0), ballot('Ben', isAgreed ? 0 : -1)],
    counts: [],
    openedAt: '2026-01-05T00:00:00Z',
    revealedAt: '2026-01-05T00:00:00Z',
    closedBecause: '',
  };
  const answered = isAnswered
    ? thing.judgements.reduce(
        (review, { place, choices }) => giveAnswer(review, place, choices[0]?.value ?? null),
        empty,
      )
    : empty;
  return { ...answered, rounds: [round] };
}

const TITLES: Readonly<Record<SplitResult, string>> = {
  screening: 'The first look rests on a split vote',
  rule: 'The outcome rests on a split vote',
  options: 'The ranking rests on a split vote',
  risks: 'The exposure rests on a split vote',
  decision: 'The decision rests on a split vote',
};

function recordText(review: ReviewDocument): string {
  const stored = { contentSha256: '0'.repeat(64), revision: 1, savedAt: '2026-01-05T00:00:00Z' };
  return JSON.stringify(buildRecord(review, template, stored).sections);
}

describe.each(RESULTS)('a split vote in %s', (section) => {
  it('is said of its result, on the stage, in the record and in what follows', () => {
    const review = split(section);
    expect(splitVotesUnder(review, template, section)).toMatchObject({ section, title: TITLES[section] });
    expect(recordText(review)).toContain(TITLES[section]);
    expect(reviewFindings(review, template, '').splitVotes.map(({ title }) => title)).toContain(TITLES[section]);
    const thing = stageThings(review, template).find(({ id }) => id === review.rounds?.[0]?.subject);
    expect(thing && whatFollows(review, template, thing)?.warning).toMatch(/split/);
  });

  it('is not said once the team votes alike, nor before the team has answered', () => {
    for (const review of [split(section, true), ...(section === 'screening' ? [] : [split(section, false, false)])]) {
      expect(splitResults(review, template)).toEqual([]);
      expect(recordText(review)).not.toContain('rests on a split vote');
      for (const thing of stageThings(review, template))
        expect(whatFollows(review, template, thing)?.warning ?? '').toBe('');
    }
  });

  it('is said of the decision, too, as soon as there is one', () => {
    const review = split(section);
    const choice =
      template.sections.flatMap((entry) => (entry.kind === 'decision' ? entry.choices : []))[0]?.id ?? null;
    const decided = { ...review, decision: { ...review.decision, choice } };
    expect(splitVotesUnder(decided, template, 'decision')?.votes).toHaveLength(1);
    if (section !== 'decision') expect(splitVotesUnder(review, template, 'decision')).toBeNull();
  });
});

it('the exposure of one risk does not rest on the vote on another', () => {
  const review = split('risks');
  const [voted, other] = stageThings(review, template).filter(({ kind }) => kind === 'risk');
  expect(voted && whatFollows(review, template, voted)?.warning).toBe('The vote on it was split');
  expect(other && whatFollows(review, template, other)?.warning).toBe('');
});
