import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ToastProvider } from '#renderer/components/toast.tsx';
import { HostContext } from '#renderer/host/host.tsx';
import { HomePage } from '#renderer/pages/home/home-page.tsx';
import { WorkspaceContext } from '#renderer/review/use-workspace.ts';
import { Workspace } from '#renderer/review/workspace.ts';
import type { Client, Output } from '#shared/contract/contract.ts';
import type { SignOffState } from '#shared/kinds/sign-off/closing.ts';
import { summarize } from '#shared/review/summary.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

/** The list of reviews with one review in it, and what is told to put into the trash. */
async function home(signOff: SignOffState) {
  const stored = { revision: 1, savedAt: '2026-03-02T09:00:00Z', contentSha256: '0'.repeat(64) };
  const review = { ...summarize(smallReview({ title: 'Gateway' }), smallTemplate, stored), signOff };
  const trash = vi.fn(async () => ({ kind: 'trashed' as const }));
  const client = {
    'copy.list': async () => ({ kind: 'list', copies: [] }),
    'review.list': async () => ({ kind: 'list', reviews: [review], unreadable: [], mended: [], reading: 0 }),
    'review.trash': trash,
  } as unknown as Client;
  const info = {
    version: '0',
    dataFolder: '/data',
    samples: [],
    templates: [],
    policy: null,
  } as unknown as Output<'app.info'>;
  render(
    <HostContext value={{ client, info }}>
      <WorkspaceContext value={new Workspace(client)}>
        <ToastProvider>
          <HomePage action={null} template={null} onShowShortcuts={() => {}} onShowSpelling={() => {}} />
        </ToastProvider>
      </WorkspaceContext>
    </HostContext>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Actions for Gateway' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  return { user, trash, id: review.id };
}

it.each(['partly-signed', 'stale', 'objected', 'ready', 'signed', 'dissent', 'not-agreed'] as const)(
  'deleting asks for a review whose sign-off stands at “%s”, and does nothing until it is answered',
  async (signOff) => {
    const { user, trash, id } = await home(signOff);
    const question = within(await screen.findByRole('alertdialog', { name: 'Delete a review that somebody signed' }));
    expect(question.getByText(/goes to the trash and can be brought back/)).toBeDefined();
    await user.click(question.getByRole('button', { name: 'Cancel' }));
    expect(trash).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Actions for Gateway' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Move it to the trash' }));
    expect(trash).toHaveBeenCalledWith({ id });
  },
);

it('deleting does not ask for a review that nobody signed, which undo brings back', async () => {
  const { trash, id } = await home('unsigned');
  expect(trash).toHaveBeenCalledWith({ id });
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(await screen.findByRole('button', { name: /^Undo/ })).toBeDefined();
});
