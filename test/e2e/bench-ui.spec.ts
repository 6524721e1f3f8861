import { isDue } from '#test/support/slice.ts';
import { measureUi } from '../../scripts/lib/bench/ui.js';
import { loadTable, placeTable, sectionTable, uiAims } from '../../scripts/lib/bench/ui-report.js';
import { ROOT } from '../../scripts/lib/project.js';
import { expect, test } from './host.ts';

if (isDue(0, 2)) {
  test('a short slice of the benchmark of the screens measures the built program', { tag: '@loopback' }, async () => {
    const slice = {
      rounds: 1,
      keys: 3,
      reviews: ['long'],
      slowdowns: [1],
      many: 2,
      sections: ['decision'],
      places: ['stage', 'vote', 'revealed vote', 'palette'],
    } as const;
    const cases = await measureUi([ROOT], slice);
    const [found] = cases;
    if (!found || cases.length > 1) throw new Error('One program was to be measured');
    expect(found.sections.map(({ section }) => section).toSorted()).toEqual(['decision']);
    for (const { opens, keys, plain, still } of found.sections) {
      expect([opens.length, keys.length, plain.length, still.length]).toEqual([1, 3, 1, 1]);
      expect(Math.min(...opens, ...keys, ...plain, ...still)).toBeGreaterThan(0);
    }
    expect(found.places.map(({ place, opens }) => [place, opens.length])).toEqual(
      slice.places.map((place) => [place, 1]),
    );
    expect(found.lags).toHaveLength(3);
    for (const time of [...found.places.flatMap(({ opens }) => opens), ...found.lags]) expect(time).toBeGreaterThan(0);
    expect(Math.max(...found.lags)).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(found.buttons).toHaveLength(1);
    expect(found.loaded).toBeGreaterThan(10_000);
    expect(found.memory).toBeGreaterThan(1_000_000);
    expect(sectionTable(cases)).toHaveLength(2);
    expect(placeTable(cases)).toHaveLength(5);
    expect(loadTable(cases)).toHaveLength(2);
    expect(uiAims(found)).toHaveLength(7);
  });
}
