import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/base/calendar.ts';
import { readiness, weeksText } from '#shared/kinds/training/training.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

describe('readiness', () => {
  it('lays the phases out from the first day', () => {
    const phases = readiness(smallReview({ training: { startOn: '2026-10-19' } }), kindsTemplate)?.phases;
    expect(phases?.map(({ phase, dates, from, to }) => [phase.id, dates, from, to])).toEqual([
      ['hard', { from: '2026-10-19', to: '2026-11-29' }, 0, 0.5],
      ['ally', { from: '2026-11-16', to: '2027-01-10' }, 4 / 12, 1],
    ]);
    expect(phases?.map(({ phase }) => weeksText(phase))).toEqual(['weeks 0–6', 'weeks 4–12']);
  });

  it('has no dates before there is a first day', () => {
    expect(readiness(smallReview(), kindsTemplate)?.phases.map(({ dates }) => dates)).toEqual([null, null]);
  });

  it('counts topics and names those that nobody learns', () => {
    const training = { topics: { basics: { done: true }, practice: { who: ' ' } }, protectedTime: false };
    const state = readiness(smallReview({ training }), kindsTemplate);
    expect(state).toMatchObject({ done: 1, unassigned: [{ id: 'practice' }], protectedTime: false });
  });

  it('is null for a template without training', () => {
    expect(readiness(smallReview(), smallTemplate)).toBeNull();
  });
});

describe('addDays', () => {
  it.each([
    ['2026-02-27', 2, '2026-03-01'],
    ['2028-02-27', 2, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    // Clocks change in between in many places; calendar days don't.
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['9999-12-30', 30, '9999-12-31'],
    ['0001-01-01', 1, '0001-01-02'],
  ])('%s and %d days: %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it('goes back the way it came', () => {
    const date = fc
      .date({ min: new Date('1000-01-01'), max: new Date('9000-12-31'), noInvalidDate: true })
      .map((value) => value.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 4000 }), (start, days) => {
        expect(addDays(addDays(start, days), -days)).toBe(start);
      }),
    );
  });
});
