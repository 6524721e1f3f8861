import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { giveOwnForm } from '#renderer/base/own-form.ts';

let end: () => void;
beforeEach(() => {
  end = giveOwnForm();
});
afterEach(() => end());

it('gives the text field in focus a form of its own for as long as it has the focus', async () => {
  render(
    <>
      <textarea aria-label="Why" />
      <input aria-label="Name" />
      <input type="checkbox" aria-label="Applies" />
    </>,
  );
  const [why, name, applies] = ['Why', 'Name', 'Applies'].map((label) => screen.getByLabelText(label));
  await userEvent.click(why as HTMLElement);
  expect(why).toHaveProperty('form.id', 'own-form');
  expect(name).toHaveProperty('form', null);
  await userEvent.tab();
  expect(why).toHaveProperty('form', null);
  expect(name).toHaveProperty('form.id', 'own-form');
  await userEvent.tab();
  expect([name, applies].map((field) => field?.getAttribute('form'))).toEqual([null, null]);
});

it('sends the form nowhere, and leaves fields of other forms alone', async () => {
  const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault());
  render(
    <>
      <form onSubmit={onSubmit} aria-label="New">
        <input aria-label="Title" />
      </form>
      <input aria-label="Alone" />
    </>,
  );
  await userEvent.type(screen.getByLabelText('Title'), 'A{Enter}');
  expect(screen.getByLabelText('Title').getAttribute('form')).toBeNull();
  expect(onSubmit).toHaveBeenCalledOnce();
  const sent: boolean[] = [];
  const listen = (event: Event) => sent.push(event.defaultPrevented);
  addEventListener('submit', listen);
  await userEvent.type(screen.getByLabelText('Alone'), 'B{Enter}');
  removeEventListener('submit', listen);
  expect(sent).not.toContain(false);
});
