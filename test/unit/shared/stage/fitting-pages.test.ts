import { expect, it } from 'vitest';
import { pageStarts } from '#shared/stage/fitting-pages.ts';

it.each([
  ['all on one page where they fit to the pixel', [40, 40, 40], 140, [0]],
  ['as many as fit above the line that leads on', [40, 40, 60], 145, [0, 2]],
  ['further pages for the rest', [40, 40, 40, 40, 40, 90], 140, [0, 2, 4, 5]],
  ['one that is too high alone', [400, 40, 400], 140, [0, 1, 2]],
  ['one page of nothing', [], 140, [0]],
  ['one a page where there is no room at all', [40, 40], -20, [0, 1]],
])('a list has %s', (_what, heights, room, starts) => {
  expect(pageStarts(heights, 10, room, 50)).toEqual(starts);
});

it('leaves no entry out, whatever the room', () => {
  for (let seed = 1; seed < 300; seed += 1) {
    const heights = Array.from({ length: seed % 17 }, (_, index) => 20 + ((seed * 13 + index * 29) % 90));
    const starts = pageStarts(heights, 8, (seed * 7) % 400, 45);
    expect(starts[0]).toBe(0);
    expect(starts).toEqual([...new Set(starts)].toSorted((left, right) => left - right));
    expect((starts.at(-1) ?? 0) < Math.max(1, heights.length)).toBe(true);
  }
});
