import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { HostContext } from '#renderer/host/host.tsx';
import { DuePage } from '#renderer/pages/due/due-page.tsx';
import { WorkspaceContext } from '#renderer/review/use-workspace.ts';
import { Workspace } from '#renderer/review/workspace.ts';
import type { Client } from '#shared/contract/contract.ts';
import { summarize } from '#shared/review/summary.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const STORED = { revision: 1, savedAt: '2026-03-02T09:00:00Z', contentSha256: '0'.repeat(64) };

/** A review of 40 things with a date, all of them of one owner. */
function review(number: number) {
  const due = Array.from({ length: 40 }, (_, index) => ({
    ...{ key: `action/r/${index}`, kind: 'Action', title: `Thing ${index}`, on: '2026-12-01' },
    owner: number === 1 ? 'Ada' : 'Bo',
  }));
  const document = smallReview({ id: `00000000-0000-4000-8000-00000000000${number}`, title: `Review ${number}` });
  return { ...summarize(document, smallTemplate, STORED), due, lookAgain: 'Tripwire fired: Two people leave' };
}

it('what is due is not drowned by many: a short list to look at again, and rows when asked for', async () => {
  const reviews = [1, 2, 3, 4, 5, 6].map(review);
  const client = {
    'review.list': async () => ({ kind: 'list', reviews, unreadable: [], mended: [], reading: 0 }),
  } as unknown as Client;
  render(
    <HostContext value={{ client, info: {} as never }}>
      <WorkspaceContext value={new Workspace(client)}>
        <DuePage onShowShortcuts={() => {}} />
      </WorkspaceContext>
    </HostContext>,
  );
  expect(await screen.findByText('6 to be looked at again')).toBeDefined();
  expect(screen.getByText('1 more').closest('details')?.open).toBe(false);
  expect(screen.getByText('240 with a date')).toBeDefined();
  const rows = () => screen.getAllByText('Action: Thing', { exact: false });
  expect(rows()).toHaveLength(200);
  const user = userEvent.setup();
  await user.click(screen.getByText('Show 40 more'));
  expect(rows()).toHaveLength(240);
  expect(screen.queryByText(/^Show/)).toBeNull();
  await user.selectOptions(document.querySelector('select') ?? expect.fail('Owners can be chosen'), 'Ada');
  expect(rows()).toHaveLength(40);
});
