import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { HostContext } from '#renderer/host/host.tsx';
import { DueRow } from '#renderer/pages/home/due-panel.tsx';
import { RecentReviews } from '#renderer/pages/home/recent-reviews.tsx';
import { ReviewList } from '#renderer/pages/home/review-list.tsx';
import { dueList, EVERYTHING_DUE } from '#shared/follow-up/due-list.ts';
import { type ReviewSummary, summarize } from '#shared/review/summary.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const STORED = { revision: 1, savedAt: '2026-03-02T09:00:00Z', contentSha256: '0'.repeat(64) };

/** Reviews of these titles, with the ids `review-0`, `review-1`, … */
function titled(...titles: readonly string[]): readonly ReviewSummary[] {
  return titles.map((title, index) => ({
    ...summarize(smallReview({ title }), smallTemplate, STORED),
    id: `review-${index}`,
  }));
}

const names = () => screen.getAllByRole('link').map((link) => link.getAttribute('aria-label') ?? link.textContent);
const nothing = () => undefined;

it('links of reviews of one title are told apart as their buttons are, and others keep their words alone', () => {
  render(
    <ReviewList
      reviews={titled('Gateway', 'Billing', 'Gateway')}
      query=""
      isFilling={false}
      onRename={nothing}
      onReveal={nothing}
      onDuplicate={nothing}
      onTags={nothing}
      onArchive={nothing}
      onTrash={nothing}
    />,
  );
  expect(names()).toEqual(['Gateway, 1 of 2', 'Billing', 'Gateway, 2 of 2']);
  for (const name of names()) expect(screen.getByRole('button', { name: `Actions for ${name}` })).toBeDefined();
});

it('links of what was opened last are told apart, from each other and from those of the list', async () => {
  const reviews = titled('Gateway', 'Billing', 'Gateway', 'A', 'B', 'C');
  const client = { 'review.recent': async () => ({ kind: 'recent', reviews: reviews.slice(0, 3) }) };
  render(
    <HostContext value={{ client, info: {} } as never}>
      <RecentReviews reviews={reviews} />
    </HostContext>,
  );
  await screen.findByRole('navigation', { name: 'Opened last' });
  expect(names()).toEqual(['Gateway, 1 of 2 opened last', 'Billing', 'Gateway, 2 of 2 opened last']);
});

it('what is due in several reviews under the same words is described by its owner and its review', () => {
  const due = { key: 'a', kind: 'action', title: 'Split it', owner: 'Bo', on: '2026-03-02' } as const;
  const reviews = titled('Gateway', 'Billing').map((review) => ({ ...review, due: [due] }));
  render(
    <ul>
      {dueList(reviews as never, EVERYTHING_DUE).map((one) => (
        <DueRow key={one.review.id} due={one} day="2026-03-01" />
      ))}
    </ul>,
  );
  const described = screen
    .getAllByRole('link')
    .map((link) => document.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent);
  expect(described.toSorted()).toEqual(['Bo · Billing', 'Bo · Gateway']);
});
