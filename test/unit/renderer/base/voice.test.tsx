import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openVoice, say } from '#renderer/base/voice.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const lines = () => [...openVoice().children].map((line) => line.textContent);

it('sentences of one moment come one by one, in order, each once, and go again', () => {
  say('Signed.');
  say('');
  say('Complete.');
  say('Sealed.');
  expect(lines()).toEqual(['Signed.']);
  // A screen reader that hears of several additions at once says the last one alone.
  vi.advanceTimersByTime(500);
  expect(lines()).toEqual(['Signed.']);
  vi.advanceTimersByTime(300);
  expect(lines()).toEqual(['Signed.', 'Complete.']);
  vi.advanceTimersByTime(700);
  expect(lines()).toEqual(['Signed.', 'Complete.', 'Sealed.']);
  vi.advanceTimersByTime(3_000);
  expect(lines()).toEqual([]);
  say('Exported.');
  expect(lines()).toEqual(['Exported.']);
});
