import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepFocus } from '#renderer/base/keep-focus.ts';
import { HostContext } from '#renderer/host/host.tsx';
import { VerifyPage } from '#renderer/pages/verify/verify-page.tsx';

let end: () => void;
beforeEach(() => {
  end = keepFocus();
});
afterEach(() => end());

it('hands the focus on when a record is chosen and the button that asked for it goes', async () => {
  const refused = { kind: 'failed', message: 'It cannot be read.' };
  const client = { 'record.verify': async () => refused, 'job.watch': async () => refused };
  render(
    <HostContext value={{ client, info: {} } as never}>
      <VerifyPage sealed={null} onShowShortcuts={() => undefined} />
    </HostContext>,
  );
  const choose = screen.getByRole('button', { name: 'Choose a record (PDF)…' });
  choose.focus();
  const files = [new File(['%PDF'], 'a.pdf', { type: 'application/pdf' })];
  fireEvent.change(screen.getByLabelText('Records to check'), { target: { files } });
  await waitFor(() => expect(choose.isConnected).toBe(false));
  const another = await screen.findByRole('button', { name: 'Check another file…' });
  // Not in what is seen by nobody.
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })));
  expect(another.isConnected).toBe(true);
});
