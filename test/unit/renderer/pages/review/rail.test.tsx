import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Rail } from '#renderer/pages/review/rail.tsx';
import { reviewing } from '#test/support/reviewing.tsx';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const CLOSED = {
  closed: {
    ...{ at: '2026-01-05T00:00:00Z', by: 'Ada', reason: 'Given up' },
    ...{ verdict: 'not-agreed', contentSha256: '0'.repeat(64) },
  },
};
const show = (parts: Record<string, unknown>) =>
  reviewing({ review: smallReview(parts), template: smallTemplate }, (editor) => (
    <Rail editor={editor} seal={{ kind: 'unknown' }} current={null} />
  ));

it('counts open points of a review that is open, and leads to them', () => {
  show({});
  expect(screen.getByRole('navigation').textContent).toMatch(/\d open points?/);
  expect(screen.getByRole('link', { name: /sections complete$/ })).toBeTruthy();
});

it('counts none of a review that is closed, as nobody owes them any more', () => {
  show(CLOSED);
  const rail = screen.getByRole('navigation').textContent;
  expect(rail).not.toMatch(/open point/);
  expect(rail).toContain('Left open');
  expect(rail).toMatch(/Closed with \d+ of \d+ sections complete/);
});
