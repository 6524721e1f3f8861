import { describe, expect, it } from 'vitest';
import { spread } from '../../../scripts/lib/bench/print.js';
import { startAims, startTable } from '../../../scripts/lib/bench/start-report.js';
import { saveTable, storeAims } from '../../../scripts/lib/bench/store-report.js';

const metOf = (lines: readonly string[]) => lines.map((line) => line.startsWith('met '));
const list = (whole: number, again: number) => ({ first: 1, whole, again: [again] });
const store = (count: number, save: number, known = list(50, 15), unknown = list(1400, 15)) => ({
  program: 'this',
  count,
  size: 35_000,
  saves: { save: [save], raw: [2] },
  unknown,
  known,
  reading: { stall: 90, work: 45, memory: 200 },
  oneFile: [],
});

describe('the aims of the store', () => {
  it('are met at their limits and missed beyond them', () => {
    const good = [store(1, 4), store(1000, 4, list(60, 20), list(1500, 20)), store(10_000, 4, list(300, 40))];
    expect(metOf(storeAims(good))).toEqual([true, true, true, true, true, true]);
    const slow = [store(1, 4.1), store(1000, 4, list(61, 21), list(1501, 21)), store(10_000, 4, list(301, 40))];
    expect(metOf(storeAims(slow))).toEqual([false, false, false, false, false, true]);
    expect(metOf(storeAims([{ ...store(1, 4), reading: { stall: 90, work: 50.1, memory: 1 } }]))).toEqual([
      true,
      false,
    ]);
    expect(metOf(storeAims([{ ...store(1, 4), reading: { stall: 90, work: null, memory: 1 } }]))).toEqual([
      true,
      false,
    ]);
  });

  it('look at every size for saving, also the largest', () => {
    expect(metOf(storeAims([store(1, 2), store(10_000, 5)]))[0]).toBe(false);
    expect(saveTable([store(1, 5)])[1]).toMatch(/5\.0 ms \(5\.0–5\.0\) +2\.0 ms \(2\.0–2\.0\) +×2\.50 +–$/);
  });
});

describe('the aims of the start', () => {
  const start = (count: number, listens: number) => ({
    program: 'this',
    count,
    listens: [listens],
    answers: [400],
    lists: [500],
  });

  it('are one for each size', () => {
    expect(metOf(startAims([start(0, 250), start(1000, 251)]))).toEqual([true, false]);
    expect(startTable([start(0, 240)], [60])[1]).toMatch(/240 ms \(240–240\) +×4\.00 +400 ms/);
  });
});

it('a spread is the middle with the quarters around it', () => {
  expect(spread([9, 1, 5, 3, 7])).toBe('5.0 ms (3.0–7.0)');
  expect(spread([90, 10, 50, 30, 70])).toBe('50 ms (30–70)');
});
