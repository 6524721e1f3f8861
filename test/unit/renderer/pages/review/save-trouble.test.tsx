import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SaveTrouble } from '#renderer/pages/review/save-trouble.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';

const FAILED = {
  save: {
    kind: 'failed',
    failure: { kind: 'failed', message: 'The disk is full.', code: 'disk-full', details: [] },
    retrying: false,
    retryIn: 4,
  },
};

it('leads to the page when everything is saved and its panel goes', () => {
  const listeners = new Set<() => void>();
  let snapshot: object = FAILED;
  const session = {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    retry: () => {
      snapshot = { save: { kind: 'saved' } };
      for (const tell of listeners) tell();
    },
  } as unknown as ReviewSession;
  render(
    <>
      <main>
        <h2 tabIndex={-1}>Context</h2>
        <button type="button">Add</button>
      </main>
      <SaveTrouble session={session} onKept={() => undefined} />
    </>,
  );
  const again = screen.getByRole('button', { name: 'Try again now' });
  again.focus();
  act(() => again.click());
  expect(again.isConnected).toBe(false);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Context' }));
});
