import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { HostContext } from '#renderer/host/host.tsx';
import { BackupsPage } from '#renderer/pages/backups/backups-page.tsx';
import { expectSaid } from '#test/support/said.ts';

const FILE = 'groundwork-2026-11-30T080000Z.zip';
const STATE = {
  kind: 'state',
  folder: '/backups',
  every: null,
  backups: [{ file: FILE, madeAt: '2026-11-30T08:00:00Z', size: 3_000_000 }],
  problem: '',
};
const LOOKED = {
  kind: 'looked',
  madeAt: '2026-11-30T08:00:00Z',
  added: [{ id: 'a', title: 'Gone' }],
  same: 3,
  differing: [
    { id: 'b', title: 'Changed', backupSavedAt: '2026-11-29T08:00:00Z', savedAt: '2026-11-30T07:00:00Z' },
    { id: 'c', title: 'Broken', backupSavedAt: '2026-11-29T08:00:00Z', savedAt: null },
  ],
  otherFiles: 0,
  unusable: [],
};

const REVIEWS = [
  { id: 'a', title: 'Gateway' },
  { id: 'b', title: 'Parser' },
  { id: 'c', title: 'Router' },
];

function shown(calls: Readonly<Record<string, unknown>> = {}) {
  const client = {
    'backup.state': async () => STATE,
    'backup.look': async () => LOOKED,
    'backup.restore': vi.fn(async () => ({ ...LOOKED, kind: 'restored' })),
    'backup.schedule': vi.fn(async ({ every }: { every: string | null }) => ({ ...STATE, every })),
    'backup.choose': vi.fn(async ({ folder }: { folder: string }) => ({ ...STATE, folder })),
    'job.progress': async () => ({ kind: 'none' }),
    'job.cancel': vi.fn(async () => ({ kind: 'cancelling' })),
    'review.list': async () => ({ kind: 'list', reviews: REVIEWS, unreadable: [], reading: 0 }),
    'backup.make': vi.fn(async () => ({ kind: 'made', path: '', reviews: 1, damaged: [] })),
    ...calls,
  };
  render(
    <HostContext value={{ client, info: { saveDialog: false } } as never}>
      <BackupsPage onShowShortcuts={() => undefined} />
    </HostContext>,
  );
  return { client, user: userEvent.setup() };
}

describe('the page of backups', () => {
  it('says before restoring what would come, and replaces nothing unasked', async () => {
    const { client, user } = shown();
    await user.click(await screen.findByRole('button', { name: /^Restore from the backup of/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Restore from a backup' });
    await screen.findByText(/^Would be added/);
    await expectSaid(dialog.querySelector('p')?.textContent ?? '');
    expect(dialog.textContent).toContain(
      '3 of its reviews are here, and are the same. Nothing that is here is written over',
    );
    expect(dialog.textContent).toContain('Gone');
    expect(dialog.textContent).toContain('Broken: saved');
    expect(dialog.textContent).toContain('damaged here');
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    expect(client['backup.restore']).toHaveBeenCalledWith({ file: FILE, replace: false, job: expect.any(String) });
  });

  it('counts nothing that is not there', async () => {
    const { user } = shown({ 'backup.look': async () => ({ ...LOOKED, same: 0, otherFiles: 0 }) });
    await user.click(await screen.findByRole('button', { name: /^Restore from the backup of/ }));
    await screen.findByText(/^Would be added/);
    expect(screen.getByRole('dialog').textContent).toMatch(/is whole\. Nothing that is here is written over/);
  });

  it('takes the place of other states when asked to', async () => {
    const { client, user } = shown();
    await user.click(await screen.findByRole('button', { name: /^Restore from the backup of/ }));
    await user.click(await screen.findByRole('checkbox', { name: /Take those of the backup/ }));
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    expect(client['backup.restore']).toHaveBeenCalledWith({ file: FILE, replace: true, job: expect.any(String) });
  });

  it('says that a damaged backup cannot be used, and offers nothing', async () => {
    const failed = { kind: 'failed', code: 'damaged', message: 'The backup is damaged.', details: [] };
    const { user } = shown({ 'backup.look': async () => failed });
    await user.click(await screen.findByRole('button', { name: /^Restore from the backup of/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('The backup is damaged.');
    expect(screen.getByRole('button', { name: 'Restore' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('asks for a folder first, and says what is wrong', async () => {
    const { client, user } = shown({
      'backup.state': async () => ({ ...STATE, folder: null, backups: [], problem: 'The disk is gone.' }),
    });
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is gone.');
    const make = screen.getByRole('button', { name: 'Back up now' });
    expect(make.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(make.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Choose a folder first.',
    );
    await user.type(screen.getByLabelText(/^Folder for backups/), '/mnt/usb');
    await user.click(screen.getByRole('button', { name: 'Use this folder' }));
    expect(client['backup.choose']).toHaveBeenCalledWith({ folder: '/mnt/usb' });
  });

  it('makes one by hand, or each day by itself', async () => {
    const { client, user } = shown();
    await user.click(await screen.findByRole('button', { name: 'Back up now' }));
    expect(client['backup.make']).toHaveBeenCalledOnce();
    await user.selectOptions(screen.getByLabelText(/^A backup is made/), 'day');
    expect(client['backup.schedule']).toHaveBeenCalledWith({ every: 'day' });
  });

  it('makes one of chosen reviews, and with the keys only under a passphrase', async () => {
    const { client, user } = shown();
    await user.click(await screen.findByRole('button', { name: 'Choose what goes in…' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Parser' }));
    await user.click(screen.getByRole('checkbox', { name: /^The keys of this workbook/ }));
    await user.type(screen.getByLabelText(/^New passphrase/), 'too short');
    await user.click(screen.getByRole('button', { name: 'Back up' }));
    expect(client['backup.make']).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText(/^New passphrase/), ', no more');
    await user.type(screen.getByLabelText(/^The same again/), 'too short, no more');
    await user.click(screen.getByRole('button', { name: 'Back up' }));
    const job = expect.any(String);
    expect(client['backup.make']).toHaveBeenCalledWith({ job, only: ['a', 'c'], passphrase: 'too short, no more' });
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('makes one of everything where all are chosen, none where none is, and can be cancelled', async () => {
    const making = vi.fn(() => new Promise(() => undefined));
    const { client, user } = shown({ 'backup.make': making });
    await user.click(await screen.findByRole('button', { name: 'Choose what goes in…' }));
    await user.click(await screen.findByRole('button', { name: 'None: Reviews' }));
    expect(screen.getByRole('button', { name: 'Back up' }).getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'All: Reviews' }));
    await user.click(screen.getByRole('button', { name: 'Back up' }));
    expect(making).toHaveBeenCalledWith({ job: expect.any(String) });
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(client['job.cancel']).toHaveBeenCalledOnce();
  });

  it('tells reviews of one title apart, says how many are chosen, and leads to what is wrong', async () => {
    const reviews = ['a', 'b'].map((id) => ({ id, title: 'Gateway' }));
    const { user } = shown({ 'review.list': async () => ({ kind: 'list', reviews, unreadable: [], reading: 0 }) });
    await user.click(await screen.findByRole('button', { name: 'Choose what goes in…' }));
    await screen.findByRole('checkbox', { name: 'Gateway, 1 of 2' });
    await user.click(screen.getByRole('button', { name: 'None: Reviews' }));
    await expectSaid('Reviews: 0 of 2 chosen.');
    await user.click(screen.getByRole('button', { name: 'All: Reviews' }));
    await expectSaid('Reviews: 2 of 2 chosen.');
    await user.click(screen.getByRole('checkbox', { name: /^The keys of this workbook/ }));
    const [passphrase, again] = [screen.getByLabelText(/^New passphrase/), screen.getByLabelText(/^The same again/)];
    await user.click(screen.getByRole('button', { name: 'Back up' }));
    expect(document.activeElement).toBe(passphrase);
    expect(passphrase.getAttribute('aria-invalid')).toBe('true');
    await user.type(passphrase, 'long enough it is');
    await user.click(screen.getByRole('button', { name: 'Back up' }));
    expect(document.activeElement).toBe(again);
    expect(again.getAttribute('aria-invalid')).toBe('true');
  });

  it('says that nothing came of restoring that was cancelled, once, and keeps the focus', async () => {
    let end = (_answer: unknown) => undefined as unknown;
    const restoring = () =>
      new Promise((resolve) => {
        end = resolve;
      });
    const cancelling = vi.fn(async () => ({ kind: 'cancelling' }));
    const { user } = shown({ 'backup.restore': restoring, 'job.cancel': cancelling });
    await user.click(await screen.findByRole('button', { name: /^Restore from the backup of/ }));
    await screen.findByText(/^Would be added/);
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    const cancel = screen.getByRole('button', { name: 'Cancel' });
    await user.click(cancel);
    await user.click(cancel);
    expect(cancelling).toHaveBeenCalledOnce();
    end({ kind: 'cancelled' });
    await expectSaid('Cancelled.');
    expect(screen.getByRole('dialog', { name: 'Restore from a backup' })).toBeDefined();
    expect(document.activeElement).toBe(cancel);
  });

  it('restores chosen reviews only', async () => {
    const { client, user } = shown();
    await user.click(await screen.findByRole('button', { name: /^Restore from the backup of/ }));
    await user.click(await screen.findByRole('checkbox', { name: /Take those of the backup/ }));
    await user.click(screen.getByRole('checkbox', { name: /^Broken: saved/ }));
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    const job = expect.any(String);
    expect(client['backup.restore']).toHaveBeenCalledWith({ file: FILE, replace: true, job, only: ['a', 'b'] });
  });
});
