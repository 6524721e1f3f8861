import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { SpellingDialog } from '#renderer/app/spelling-dialog.tsx';
import { HostContext } from '#renderer/host/host.tsx';

function shown(answer: object = {}) {
  const state = {
    ...{ kind: 'spelling', checker: 'own', offered: ['en-US', 'de', 'pl'], chosen: ['en-US'], words: [], trouble: '' },
    ...answer,
  };
  const client = {
    'spelling.show': vi.fn(async () => state),
    'spelling.choose': vi.fn(async (): Promise<object> => ({ kind: 'chosen' })),
    'spelling.forget': vi.fn(async () => ({ kind: 'forgotten' })),
  };
  render(
    <HostContext value={{ client, info: {} } as never}>
      <SpellingDialog isOpen onClose={() => undefined} />
    </HostContext>,
  );
  return client;
}

it('offers the languages there are, and keeps the others when one is added', async () => {
  const client = shown();
  const german = await screen.findByLabelText('German');
  expect(screen.getByLabelText('English (United States)')).toHaveProperty('checked', true);
  expect(screen.queryByLabelText('French')).toBeNull();
  await userEvent.setup().click(german);
  expect(client['spelling.choose']).toHaveBeenCalledWith({ languages: ['en-US', 'de'] });
  expect(client['spelling.show']).toHaveBeenCalledTimes(2);
});

it('shows a choice that could not be kept as it was, and why', async () => {
  const client = shown();
  client['spelling.choose'].mockResolvedValue({ kind: 'failed', code: 'disk-full', message: 'The disk is full.' });
  await userEvent.setup().click(await screen.findByLabelText('Polish'));
  expect(await screen.findByText('The disk is full.')).toBeTruthy();
  expect(screen.getByLabelText('Polish')).toHaveProperty('checked', false);
});

it('lists the added words, each of which can be removed', async () => {
  const client = shown({ words: ['Groundwork', 'żółć'], trouble: 'No place for dictionaries.' });
  const words = await screen.findByRole('list', { name: 'Your own words' });
  expect(within(words).getAllByRole('listitem')).toHaveLength(2);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Remove żółć' }));
  expect(client['spelling.forget']).toHaveBeenCalledWith({ word: 'żółć' });
  expect(screen.getByText('No place for dictionaries.')).toBeTruthy();
});

it('says who checks where Groundwork does not', async () => {
  shown({ checker: 'browser', offered: [], chosen: [] });
  expect(await screen.findByText(/the browser checks the spelling/)).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByText('Your own words')).toBeNull();
});

it('the focus goes on to the next word when one is removed, and to the heading after the last', async () => {
  let words = ['one', 'two'];
  const client = shown();
  client['spelling.show'].mockImplementation(
    async () =>
      ({ kind: 'spelling', checker: 'own', offered: [], chosen: [], words: [...words], trouble: '' }) as never,
  );
  client['spelling.forget'].mockImplementation(async () => {
    words = words.slice(1);
    return { kind: 'forgotten' };
  });
  const user = userEvent.setup();
  // The first look came before.
  await user.click(await screen.findByLabelText('German'));
  await user.click(await screen.findByRole('button', { name: 'Remove one' }));
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove two'));
  await user.keyboard('{Enter}');
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Your own words'));
});
