import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { HostContext } from '#renderer/host/host.tsx';
import { SEAL_ID, SealPanel } from '#renderer/pages/sections/sign-off/seal-panel.tsx';
import { useSeal } from '#renderer/pages/sections/sign-off/use-seal.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { expectSaid } from '#test/support/said.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

function Seal({ editor }: { readonly editor: ReviewEditor }) {
  const seal = useSeal(editor, true);
  return (
    <>
      <button type="button" onClick={seal.run}>
        Begin
      </button>
      <SealPanel review={editor.id} seal={seal} />
    </>
  );
}

/** A sealing that takes as long as the test wants it to. */
async function longSealing() {
  const host = { canCancel: true, end: (_answer: unknown) => undefined as unknown };
  const client = {
    'seal.state': async () => ({ kind: 'unsealed' }),
    'record.seal': () =>
      new Promise((resolve) => {
        host.end = resolve;
      }),
    'job.progress': async () => ({
      kind: 'running',
      step: { kind: 'seal', at: 1, of: 2 },
      canCancel: host.canCancel,
    }),
    'job.cancel': async () => {
      host.end({ kind: 'cancelled' });
      return { kind: 'cancelling' };
    },
  };
  const { user } = reviewing({ review: smallReview(), template: smallTemplate }, (editor) => (
    <HostContext value={{ client, info: { paper: 'a4' } } as never}>
      <Seal editor={editor} />
    </HostContext>
  ));
  await user.click(screen.getByRole('button', { name: 'Begin' }));
  return { host, user, cancel: await screen.findByRole('button', { name: 'Cancel' }, { timeout: 30_000 }) };
}

it('leads from a sealing that is cancelled to its panel, which says how it stands', async () => {
  const { host, user, cancel } = await longSealing();
  await user.click(cancel);
  const panel = document.getElementById(SEAL_ID);
  expect(document.activeElement).toBe(panel);
  const again = await screen.findByRole('button', { name: 'Seal the record' });
  expect(cancel.isConnected).toBe(false);
  expect(document.activeElement).toBe(panel);
  await expectSaid('Cancelled.');
  await expectSaid('The record is not sealed yet.');
  await user.click(again);
  await waitFor(() => expect(again.isConnected).toBe(false));
  expect(document.activeElement).toBe(panel);
  host.end({ kind: 'unsealed' });
});

it('keeps the button under the finger once it is too late for it', async () => {
  const { host, cancel } = await longSealing();
  cancel.focus();
  host.canCancel = false;
  await waitFor(() => expect(cancel.getAttribute('aria-disabled')).toBe('true'), { timeout: 30_000 });
  expect(cancel.hasAttribute('disabled')).toBe(false);
  expect(document.activeElement).toBe(cancel);
  host.end({ kind: 'unsealed' });
});
