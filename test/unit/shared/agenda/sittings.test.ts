import { expect, it } from 'vitest';
import { sittings } from '#shared/agenda/sittings.ts';

const entries = (...minutes: readonly number[]) =>
  minutes.map((minute, index) => ({ kind: 'rule', title: String(index), minutes: minute, used: 0 }) as const);

const placed = (...minutes: readonly number[]) =>
  sittings(entries(...minutes), undefined).map((sitting) =>
    sitting.map(({ entry, from }) => `${entry.title} at ${from}`),
  );

it.each([
  [[10, 20], [['0 at 0', '1 at 10']]],
  [[45, 45], [['0 at 0', '1 at 45']]],
  [
    [60, 30, 60, 30],
    [
      ['0 at 0', '1 at 60'],
      ['2 at 0', '3 at 60'],
    ],
  ],
  [
    [90, 90, 90],
    [['0 at 0'], ['1 at 0'], ['2 at 0']],
  ],
  [[200], [['0 at 0']]],
  [[0, 0], [['0 at 0', '1 at 0']]],
  [[], []],
])('sections of %j minutes are parted into sittings', (minutes, wanted) => {
  expect(placed(...minutes)).toEqual(wanted);
});

it('loses no section and begins each sitting at nought', () => {
  for (let seed = 1; seed < 200; seed++) {
    const minutes = Array.from({ length: (seed % 13) + 1 }, (_, index) => (seed * 31 + index * 17) % 70);
    const parted = sittings(entries(...minutes), undefined);
    expect(parted.flat().map(({ entry }) => entry.minutes)).toEqual(minutes);
    expect(parted.every(([first]) => first?.from === 0)).toBe(true);
  }
});
