import { expect, it } from 'vitest';
import { pauseTimer, secondsLeft, silentTimer, startTimer } from '#renderer/review/silent-timer.ts';

it('silent minutes run while they are not paused, and end at nought', () => {
  const set = silentTimer(10);
  expect(secondsLeft(set, 5_000_000)).toBe(600);
  const running = startTimer(set, 1_000_000);
  expect(
    [1_000_000, 1_000_001, 1_001_000, 1_599_001, 1_600_000, 9_000_000].map((now) => secondsLeft(running, now)),
  ).toEqual([600, 600, 599, 1, 0, 0]);
  const paused = pauseTimer(running, 1_100_500);
  expect(secondsLeft(paused, 9_000_000)).toBe(500);
  expect(secondsLeft(startTimer(paused, 2_000_000), 2_020_000)).toBe(480);
});
