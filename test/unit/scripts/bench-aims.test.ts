import { describe, expect, it } from 'vitest';
import { spread } from '../../../scripts/lib/bench/print.js';
import { startAims, startTable } from '../../../scripts/lib/bench/start-report.js';
import { saveTable, storeAims } from '../../../scripts/lib/bench/store-report.js';
import { loadTable, placeTable, sectionTable, uiAims } from '../../../scripts/lib/bench/ui-report.js';

const metOf = (lines: readonly string[]) => lines.map((line) => line.startsWith('met '));
const list = (whole: number, again: number) => ({ first: 1, whole, again: [again] });
const store = (count: number, save: number, known = list(50, 15), unknown = list(1400, 15), search = 30) => ({
  program: 'this',
  count,
  size: 35_000,
  saves: { save: [save], raw: [2] },
  unknown,
  known,
  search: { whole: 4000, again: [5, search] },
  searchKnown: { whole: 400, again: [5] },
  searching: null,
  reading: { stall: 90, work: 45, memory: 200 },
  oneFile: [],
});

describe('the aims of the store', () => {
  it('are met at their limits and missed beyond them', () => {
    const good = [store(1, 4), store(1000, 4, list(60, 20), list(1500, 20), 50), store(10_000, 4, list(300, 40))];
    expect(metOf(storeAims(good))).toEqual([true, true, true, true, true, true, true]);
    const slow = [store(1, 4.1), store(1000, 4, list(61, 21), list(1501, 21), 51), store(10_000, 4, list(301, 40))];
    expect(metOf(storeAims(slow))).toEqual([false, false, false, false, false, false, true]);
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

describe('the aims of the screens', () => {
  const MB = 1024 * 1024;
  const twenty = (time: number, slow: number) => [...Array.from({ length: 18 }, () => time), slow, slow + 100];
  const section = (kind: string, slowdown: number, opens: number, keys: readonly number[]) => ({
    review: 'sample' as const,
    slowdown,
    section: kind,
    opens: [opens],
    keys: [...keys],
    plain: keys.length === 0 ? [] : [4],
    still: keys.length === 0 ? [] : [8],
  });
  const place = (name: string, slowdown: number, opens: number) => ({
    review: 'sample' as const,
    slowdown,
    place: name,
    opens: [opens],
  });
  const found = (rest: object = {}) => ({
    program: 'this',
    sections: [
      section('context', 1, 90, []),
      section('decision', 1, 100, twenty(5, 16)),
      section('decision', 4, 300, twenty(20, 50)),
    ],
    places: [place('stage', 1, 100), place('palette', 4, 300), place('palette', 4, 300)],
    lags: twenty(30, 100),
    buttons: [330],
    loaded: 200 * 1024,
    memory: 60 * MB,
    ...rest,
  });

  it('are met at their limits, with one key of twenty beyond them', () => {
    expect(metOf(uiAims(found()))).toEqual(Array.from({ length: 10 }, () => true));
  });

  it('are missed beyond them, by the slowest section, which is named', () => {
    const slow = [section('rule', 1, 10, twenty(5, 16.1)), section('risks', 1, 100.1, []), ...found().sections];
    const places = [place('stage', 1, 10), place('due', 1, 100.1), place('due', 4, 300)];
    const lags = twenty(30, 100.1);
    const lines = uiAims(
      found({ sections: slow, places, lags, buttons: [331], loaded: 200 * 1024 + 1, memory: 60 * MB + 1 }),
    );
    expect(metOf(lines)).toEqual([false, false, true, true, false, true, false, false, false, false]);
    expect(lines[4]).toContain('for due, sample');
    expect(lines[0]).toContain('in rule');
    expect(lines[1]).toContain('for risks');
  });

  it('stand below tables with a line for each section and for each program', () => {
    expect(sectionTable([found()])).toHaveLength(4);
    expect(sectionTable([found()])[2]).toMatch(
      /decision +100 ms \(100–100\) +5\.0 ms +16\.0 ms +8\.0 ms +8\.0 ms +4\.0 ms +4\.0 ms +×1\.25$/,
    );
    expect(placeTable([found()])[1]).toMatch(/as it is +stage +100 ms \(100–100\)$/);
    expect(loadTable([found()])[1]).toMatch(/330 ms \(330–330\) +200 KB +60 MB +30 ms \(30–30\) +100\.0 ms$/);
  });
});

it('a spread is the middle with the quarters around it', () => {
  expect(spread([9, 1, 5, 3, 7])).toBe('5.0 ms (3.0–7.0)');
  expect(spread([90, 10, 50, 30, 70])).toBe('50 ms (30–70)');
});
