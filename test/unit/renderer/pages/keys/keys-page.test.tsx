import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { keepFocus } from '#renderer/base/keep-focus.ts';
import { HostContext } from '#renderer/host/host.tsx';
import { KeysPage } from '#renderer/pages/keys/keys-page.tsx';
import { expectSaid } from '#test/support/said.ts';

const CERTIFICATE = {
  subject: 'CN=Workbook',
  issuer: 'CN=Workbook',
  sha256: 'a'.repeat(64),
  keySha256: 'b'.repeat(64),
};
const KEYS = {
  keyId: 'BBBBBBBB',
  keySha256: 'b'.repeat(64),
  createdAt: '2026-01-01T00:00:00Z',
  protection: 'permissions',
  file: '/data/keys/plain.json',
  certificate: CERTIFICATE,
  authority: CERTIFICATE,
  root: CERTIFICATE,
  replaced: null,
  exposedAt: '2026-11-30T08:00:00Z',
  earlier: [],
};

function shown() {
  onTestFinished(keepFocus());
  let keys = KEYS as Omit<typeof KEYS, 'exposedAt'> & { exposedAt: string | null };
  const decided = () => {
    keys = { ...keys, exposedAt: null };
    return { kind: 'keys', keys };
  };
  const client = {
    'key.show': async () => ({ kind: 'keys', keys }),
    'key.keep': vi.fn(async () => decided()),
    'key.renew': vi.fn(async () => decided()),
  };
  render(
    <HostContext value={{ client, info: { saveDialog: false } } as never}>
      <KeysPage onShowShortcuts={() => undefined} />
    </HostContext>,
  );
  return { client, user: userEvent.setup() };
}

describe('the page of keys, where others could read them', () => {
  it('says so, and makes new keys after asking what becomes of the seals', async () => {
    const { client, user } = shown();
    const text = (await screen.findByText(/let other users of this computer read it until/)).textContent;
    expect(text).toContain('make new keys');
    await user.click(screen.getByRole('button', { name: 'Make new keys…' }));
    await user.click(await screen.findByRole('radio', { name: /^None of them counts/ }));
    await user.click(screen.getByRole('button', { name: 'Make new keys' }));
    expect(client['key.renew']).toHaveBeenCalledWith({ counts: false });
    await vi.waitFor(() => expect(screen.queryByText('Others could read the private keys')).toBeNull());
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    // What opened the dialog went with the old keys.
    await expect.poll(() => document.activeElement?.textContent).toBe('Workbook BBBBBBBB');
    await expectSaid('New keys were made.');
  });

  it('goes once somebody decided to keep them, and says so', async () => {
    const { client, user } = shown();
    await user.click(await screen.findByRole('button', { name: 'Keep these keys' }));
    expect(client['key.keep']).toHaveBeenCalled();
    await vi.waitFor(() => expect(screen.queryByText('Others could read the private keys')).toBeNull());
    await expectSaid('These keys are kept.');
    await expect.poll(() => document.activeElement?.tagName).toBe('BUTTON');
  });
});
