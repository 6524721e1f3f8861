import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionSensitivity } from '#shared/kinds/options/option-sensitivity.ts';
import { optionRanking, splitOption, splitText } from '#shared/kinds/options/options.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

type Scores = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

const CRITERIA = ['speed', 'hiring', 'fun'] as const;

/** A review with the scores by criterion and candidate. */
function scored(scores: Scores, parts: Record<string, unknown> = {}) {
  const cells = Object.fromEntries(
    Object.entries(scores).map(([criterion, row]) => [
      criterion,
      Object.fromEntries(Object.entries(row).map(([id, score]) => [id, { score }])),
    ]),
  );
  return smallReview({ options: { cells, ...parts } });
}

function rankingOf(scores: Scores, parts: Record<string, unknown> = {}) {
  const ranking = optionRanking(scored(scores, parts), kindsTemplate);
  if (!ranking) throw new Error('the template has options');
  return ranking;
}

function sensitivityOf(scores: Scores, parts: Record<string, unknown> = {}) {
  const sensitivity = optionSensitivity(scored(scores, parts), kindsTemplate);
  if (!sensitivity) throw new Error('the template has options');
  return sensitivity;
}

describe('optionRanking', () => {
  it('is the weighted mean; criteria that weigh nothing need no scores', () => {
    const ranking = rankingOf({ speed: { new: 5, today: 3 }, hiring: { new: 1, today: 4 } });
    expect(ranking.options.map(({ candidate, mean, place }) => [candidate.id, mean, place])).toEqual([
      ['new', 17 / 5, 1],
      ['today', 17 / 5, 1],
    ]);
    expect(ranking.winner).toBeNull();
    expect(ranking.summary).toBe('“New” and “Today” are level at 3.40 of 5.');
  });

  it('says how many scores are missing and names no winner while they can change it', () => {
    const ranking = rankingOf({ speed: { new: 5, today: 3 } });
    expect(ranking).toMatchObject({ missing: 2, winner: null });
    expect(ranking.options[0]).toMatchObject({ mean: 5, lowest: 17 / 5, highest: 5, missing: 1 });
    expect(ranking.summary).toBe(
      '“New” leads with 5.00 of 5 so far; 2 scores are missing, and they can still change it.',
    );
  });

  it('names a winner when the missing scores cannot change it', () => {
    const ranking = rankingOf({ speed: { new: 5, today: 1 } }, { weights: { hiring: 1 } });
    expect(ranking.winner?.id).toBe('new');
    expect(ranking.summary).toContain('wins whatever the missing scores are');
  });

  it('compares what the team picked and added', () => {
    const parts = { candidates: ['other'], own: [{ id: 'ours', name: ' ' }], weights: { hiring: 0 } };
    const ranking = rankingOf({ speed: { other: 2, ours: 3, new: 5 } }, parts);
    expect(ranking.options.map(({ candidate }) => candidate.name)).toEqual(['Unnamed candidate', 'Other']);
    expect(ranking.winner?.id).toBe('ours');
  });

  it('has nothing to rank without scores, candidates or such a section', () => {
    expect(rankingOf({}).summary).toBe('No score that counts has been given yet.');
    expect(rankingOf({}, { candidates: ['other'] }).summary).toBe('Pick at least two candidates to compare.');
    expect(optionRanking(smallReview(), smallTemplate)).toBeNull();
  });
});

describe('optionSensitivity', () => {
  it('finds the nearest weight that changes who leads', () => {
    const { criteria, sentences } = sensitivityOf({ speed: { new: 5, today: 3 }, hiring: { new: 2, today: 4 } });
    // New: 3×5 + 2×2 = 19, Today: 3×3 + 2×4 = 17. Hiring at 4 gives 23 to 25; speed at 1 gives 9 to 11.
    expect(criteria.map(({ criterion, flip }) => [criterion.id, flip?.weight ?? null])).toEqual([
      ['speed', 1],
      ['hiring', 4],
    ]);
    expect(sentences).toContain('“Hiring” weighs 2: at 4, “Today” would lead.');
  });

  it('says so when no single weight would', () => {
    const { sentences } = sensitivityOf({ speed: { new: 5, today: 3 }, hiring: { new: 4, today: 4 } });
    expect(sentences).toEqual(['No single weight would change who leads.']);
  });

  it('tests nothing while scores are missing', () => {
    const { criteria, missing, sentences } = sensitivityOf({ speed: { new: 5 } });
    expect([criteria, missing]).toEqual([[], 3]);
    expect(sentences[0]).toContain('3');
  });
});

describe('ranking and sensitivity of any complete matrix', () => {
  const score = fc.integer({ min: 1, max: 5 });
  const weight = fc.integer({ min: 0, max: 5 });
  const row = fc.record({ new: score, today: score, other: score });
  const matrix = fc.record({ speed: row, hiring: row, fun: row });
  const weights = fc.record({ speed: weight, hiring: weight, fun: weight });
  const candidates = ['new', 'today', 'other'];

  /** Leaders by trying it out: the totals, straight from the definition. */
  const leadersOf = (scores: Scores, given: Readonly<Record<string, number>>) => {
    const totals = candidates.map((id) =>
      CRITERIA.reduce((sum, criterion) => sum + (given[criterion] ?? 0) * (scores[criterion]?.[id] ?? 0), 0),
    );
    return candidates.filter((_, index) => totals[index] === Math.max(...totals));
  };

  it('agree with trying every weight', () => {
    fc.assert(
      fc.property(matrix, weights, (scores, given) => {
        fc.pre(Object.values(given).some((value) => value > 0));
        const parts = { candidates, weights: given };
        const now = leadersOf(scores, given);
        expect(rankingOf(scores, parts).leaders.map(({ candidate }) => candidate.id)).toEqual(now);
        for (const { criterion, weight: at, flip } of sensitivityOf(scores, parts).criteria) {
          const flips = [0, 1, 2, 3, 4, 5]
            .filter((value) => {
              const leaders = leadersOf(scores, { ...given, [criterion.id]: value });
              return now.some((id) => !leaders.includes(id));
            })
            .toSorted((left, right) => Math.abs(left - at) - Math.abs(right - at) || left - right);
          expect(flip?.weight).toBe(flips[0]);
          if (flip) {
            const then = leadersOf(scores, { ...given, [criterion.id]: flip.weight });
            expect(flip.leaders.map(({ id }) => id)).toEqual(then);
          }
        }
      }),
    );
  });

  it('keep every final mean between the lowest and the highest that missing scores allowed', () => {
    const holes = fc.record({ speed: fc.subarray(candidates), hiring: fc.subarray(candidates) });
    fc.assert(
      fc.property(matrix, weights, holes, (scores, given, missing) => {
        const partial: Scores = {
          ...scores,
          speed: without(scores.speed, missing.speed),
          hiring: without(scores.hiring, missing.hiring),
        };
        const parts = { candidates, weights: given };
        const before = rankingOf(partial, parts);
        const after = rankingOf(scores, parts);
        for (const { candidate, lowest, highest } of before.options) {
          const mean = after.options.find((entry) => entry.candidate.id === candidate.id)?.mean ?? null;
          if (mean === null) continue;
          expect(lowest).toBeLessThanOrEqual(mean + 1e-9);
          expect(highest).toBeGreaterThanOrEqual(mean - 1e-9);
        }
        // A winner named early stays the winner.
        if (before.winner) expect(after.winner?.id).toBe(before.winner.id);
      }),
    );
  });
});

describe('splitOption', () => {
  it('takes the usual candidate of a part until the team names another', () => {
    const review = scored({}, { split: { chosen: true, parts: { data: { candidate: 'new' } } } });
    const split = splitOption(review, kindsTemplate);
    expect(splitText(split)).toBe('Control: Today; Data: New');
  });

  it('is silent unless chosen, and says what is open', () => {
    expect(splitText(splitOption(scored({}), kindsTemplate))).toBe('');
    expect(splitText(splitOption(scored({}, { split: { chosen: true } }), kindsTemplate))).toBe(
      'Control: Today; Data: open',
    );
    expect(splitOption(smallReview(), smallTemplate)).toBeNull();
  });
});

function without(row: Readonly<Record<string, number>>, ids: readonly string[]) {
  return Object.fromEntries(Object.entries(row).map(([id, score]) => [id, ids.includes(id) ? null : score]));
}
