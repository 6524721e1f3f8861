import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openVoice } from '#renderer/base/voice.ts';
import { WaitingLine } from '#renderer/components/waiting-line.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const said = () => [...openVoice().children].map((line) => line.textContent);

it('says what is waited for by the voice, and is no status of its own', () => {
  render(<WaitingLine text="Comparing…" />);
  expect(screen.getByText('Comparing…').closest('[role], [aria-live]')).toBeNull();
  expect(said()).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(said()).toEqual(['Comparing…']);
});

it('says nothing where the wait is over in a moment', () => {
  const { unmount } = render(<WaitingLine text="Comparing…" />);
  vi.advanceTimersByTime(100);
  unmount();
  vi.advanceTimersByTime(2_000);
  expect(said()).toEqual([]);
});
