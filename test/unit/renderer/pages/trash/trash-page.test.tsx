import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ReadOnlyNote } from '#renderer/components/read-only-note.tsx';
import { HostContext } from '#renderer/host/host.tsx';
import { TrashPage } from '#renderer/pages/trash/trash-page.tsx';

const SUMMARY = {
  id: 'a',
  title: 'Old parser',
  component: 'Parser',
  candidate: 'New',
  savedAt: '2026-01-01T08:00:00Z',
  signOff: 'open',
};

function shown(answer: object = {}) {
  const list = {
    ...{ kind: 'list', unreadable: [], days: null, deleted: null },
    reviews: [{ file: 'a.json', summary: SUMMARY, trashedAt: '2026-01-02T08:00:00Z' }],
    ...answer,
  };
  const client = { 'trash.list': async () => list, 'trash.keepFor': vi.fn(async () => ({ kind: 'kept' })) };
  render(
    <HostContext value={{ client, info: {} } as never}>
      <TrashPage onShowShortcuts={() => undefined} />
    </HostContext>,
  );
  return client;
}

describe('the page of the trash', () => {
  it('keeps things for good unless somebody chooses, and says nothing of a day', async () => {
    const client = shown();
    expect(await screen.findByLabelText('Deleted reviews are kept')).toHaveProperty('value', 'ever');
    expect(screen.queryByText(/gone for good/)).toBeNull();
    await userEvent.setup().selectOptions(screen.getByLabelText('Deleted reviews are kept'), 'For 90 days');
    expect(client['trash.keepFor']).toHaveBeenCalledWith({ days: 90 });
  });

  it('says when each goes, and what went', async () => {
    shown({ days: 30, deleted: { at: '2026-02-01T08:00:00Z', titles: ['Older', 'Older'] } });
    expect(await screen.findByText(/gone for good within hours/)).toBeTruthy();
    expect(screen.getAllByText('Older')).toHaveLength(2);
  });
});

it('the note of a folder that can only be read says why, and is not there elsewhere', () => {
  const note = (readOnly: string) => (
    <HostContext value={{ info: { readOnly } } as never}>
      <ReadOnlyNote />
    </HostContext>
  );
  const { rerender, container } = render(note('The folder is read-only.'));
  expect(screen.getByText('The folder is read-only.')).toBeTruthy();
  rerender(note(''));
  expect(container.textContent).toBe('');
});
