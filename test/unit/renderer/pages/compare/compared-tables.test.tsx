import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { compareHref, parseRoute } from '#renderer/base/routes.ts';
import { ComparedTables } from '#renderer/pages/compare/compared-tables.tsx';
import { expectSaid } from '#test/support/said.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

it('shows what differs, folds what is the same, and says how much differs', async () => {
  const side = (component: string) => ({
    review: smallReview({ component, candidate: 'Rust' }),
    template: smallTemplate,
  });
  render(<ComparedTables left={side('Gateway')} right={side('Billing')} heads={['First', 'Second']} />);
  const subject = within(screen.getByRole('region', { name: 'Subject' }));
  const row = subject.getByRole('rowheader', { name: 'Component' }).closest('tr');
  expect([...(row?.cells ?? [])].map((cell) => cell.textContent)).toEqual(['Component', 'Gateway', 'Billing']);
  const candidate = subject.getByText('Candidate');
  expect(candidate.closest('details')?.open).toBe(false);
  await expectSaid('1 difference.');
});

it('a comparison is an address, also while a side is still to be chosen', () => {
  expect(parseRoute(compareHref('a', 'b'))).toEqual({ page: 'compare', left: 'a', right: 'b' });
  expect(parseRoute(compareHref('a'))).toEqual({ page: 'compare', left: 'a', right: null });
  expect(parseRoute(compareHref(null, 'b'))).toEqual({ page: 'compare', left: null, right: 'b' });
  expect(parseRoute(compareHref())).toEqual({ page: 'compare', left: null, right: null });
});
