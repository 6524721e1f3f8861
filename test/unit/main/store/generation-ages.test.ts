import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kept, SIZE_LIMIT, thinned } from '#main/store/generation-ages.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-29T12:00:00Z');

const version = (age: number, size = 1): Kept => ({ name: String(age), at: NOW - age, size });

/** A review that is saved every `pace` for so long, each save thinning what the ones before left. */
function savedFor(length: number, pace: number): readonly Kept[] {
  let kept: readonly Kept[] = [];
  for (let at = NOW - length; at <= NOW; at += pace) kept = thinned([{ name: String(at), at, size: 1 }, ...kept], at);
  return kept;
}

describe('thinned', () => {
  it('keeps one of each ten minutes, hour, day and week, and the last in any case', () => {
    const kept = savedFor(100 * DAY, 7 * MINUTE);
    const ages = kept.map(({ at }) => NOW - at);
    const within = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length;
    expect(ages[0]).toBeLessThan(7 * MINUTE);
    expect(within(0, HOUR)).toBeGreaterThanOrEqual(5);
    expect(within(0, HOUR)).toBeLessThanOrEqual(8);
    expect(within(HOUR, DAY)).toBeGreaterThanOrEqual(22);
    expect(within(HOUR, DAY)).toBeLessThanOrEqual(25);
    expect(within(DAY, 7 * DAY)).toBeGreaterThanOrEqual(5);
    expect(within(7 * DAY, 70 * DAY)).toBeGreaterThanOrEqual(8);
    // The first of all.
    expect(ages.filter((age) => age >= 70 * DAY)).toEqual([100 * DAY]);
  });

  it('leaves the size within its limit, but for the first one and the one before the last save', () => {
    const large = [version(0, SIZE_LIMIT + 1), version(HOUR), version(2 * HOUR)];
    expect(thinned(large, NOW)).toEqual([large[0], large[2]]);
    const half = [version(0, SIZE_LIMIT / 2), version(2 * HOUR, SIZE_LIMIT / 2), version(5 * HOUR), version(9 * HOUR)];
    expect(thinned(half, NOW)).toEqual([half[0], half[1], half[3]]);
  });

  it('keeps the last one however old, and takes a clock that was set back for no age', () => {
    expect(thinned([version(400 * DAY)], NOW)).toHaveLength(1);
    expect(thinned([version(-DAY), version(-DAY - HOUR)], NOW)).toHaveLength(2);
  });

  it('is bounded, keeps their order, and changes nothing when done again', () => {
    const ages = fc.array(fc.integer({ min: -DAY, max: 100 * DAY }), { maxLength: 200 });
    fc.assert(
      fc.property(ages, (all) => {
        const kept = thinned(
          all.toSorted((left, right) => left - right).map((age) => version(age)),
          NOW,
        );
        expect(kept.length).toBeLessThanOrEqual(80);
        expect(kept.map(({ at }) => at)).toEqual(kept.map(({ at }) => at).toSorted((left, right) => right - left));
        expect(thinned(kept, NOW)).toEqual(kept);
      }),
    );
  });
});
