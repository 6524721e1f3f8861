import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { parseRoute, passageHref } from '#renderer/base/routes.ts';
import { FoundTexts } from '#renderer/pages/home/found-texts.tsx';
import type { FoundTexts as Found } from '#renderer/pages/home/use-text-search.ts';
import { PASSAGE_PARTS } from '#shared/search/passages.ts';

const REVIEW = {
  id: '00000000-0000-4000-8000-000000000001',
  title: 'Gateway',
  component: 'The gateway',
  number: 2,
  afterwards: 'superseded',
  isArchived: true,
  passages: [
    {
      part: 'risks',
      place: 'risks.ramp-up',
      where: 'Risks › 1 Ramp-up',
      excerpt: [
        { text: 'It takes ', isHit: false },
        { text: 'months', isHit: true },
      ],
    },
  ],
  more: 4,
} as const;

it('says where words stand, and leads there', async () => {
  const onMore = vi.fn();
  const found: Found = { kind: 'found', total: 12, reviews: [REVIEW], reading: 0 };
  render(<FoundTexts found={found} onMore={onMore} />);
  expect(screen.getByRole('heading', { name: 'In the text of 12 reviews' })).toBeDefined();
  const row = within(screen.getByRole('region', { name: 'Found in the text' }));
  expect(row.getByText('months').tagName).toBe('MARK');
  const link = row.getByRole('link', { name: 'Risks › 1 Ramp-up It takes months' });
  expect(parseRoute(link.getAttribute('href') ?? '')).toMatchObject({
    page: 'section',
    section: 'risks',
    target: 'risks.ramp-up',
  });
  for (const words of ['Revision 2', 'Superseded', 'In the archive', 'and 4 more in this review']) row.getByText(words);
  await userEvent.click(screen.getByRole('button', { name: 'Show more reviews' }));
  expect(onMore).toHaveBeenCalledOnce();
});

it('says nothing where nothing was searched or found', () => {
  const { container, rerender } = render(<FoundTexts found={null} onMore={() => undefined} />);
  expect(container.textContent).toBe('');
  rerender(<FoundTexts found={{ kind: 'found', total: 0, reviews: [], reading: 0 }} onMore={() => undefined} />);
  expect(container.textContent).toBe('');
});

it.each(PASSAGE_PARTS)('a place in %s has a page', (part) => {
  const route = parseRoute(passageHref(REVIEW.id, { part, place: '' }));
  expect(route).toMatchObject({ review: REVIEW.id });
  expect(route.page).toBe(
    ['review', 'to-do', 'votes', 'follow-up', 'history'].includes(part) && part !== 'review' ? part : 'section',
  );
});
