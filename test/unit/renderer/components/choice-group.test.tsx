import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ChoiceGroup, type ChoiceGroupProps } from '#renderer/components/choice-group.tsx';
import { expectSaid } from '#test/support/said.ts';

type Answer = 'yes' | 'no' | 'unsure';

const CHOICES = [
  { value: 'yes', text: 'Yes', key: 'y' },
  { value: 'no', text: 'No', key: 'n' },
  { value: 'unsure', text: 'Not sure', key: 'u' },
] as const;

/** The group, a page around it that has shortcuts of its own, and a person's hands. */
function show(first: Answer | null, props: Partial<ChoiceGroupProps<Answer>> = {}) {
  const pageKeys = vi.fn<(key: string) => void>();
  function Group() {
    const [value, setValue] = useState(first);
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: stands for the page
      <div onKeyDown={({ key }) => pageKeys(key)}>
        <ChoiceGroup<Answer> label="Is it safe?" value={value} choices={CHOICES} onChange={setValue} {...props} />
      </div>
    );
  }
  render(<Group />);
  return { user: userEvent.setup(), pageKeys };
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const chosen = () => CHOICES.filter(({ text }) => radio(text).checked).map(({ value }) => value);

const descriptionOf = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);

describe('a choice group', () => {
  it('takes one answer at a time, by pointer', async () => {
    const { user } = show(null);
    await user.click(screen.getByText('No'));
    expect(chosen()).toEqual(['no']);
    await user.click(screen.getByText('Not sure'));
    expect(chosen()).toEqual(['unsure']);
  });

  it('takes an answer by its key, keeps that key from the page and moves the focus there', async () => {
    const { user, pageKeys } = show('yes');
    radio('Yes').focus();
    await user.keyboard('N');
    expect(chosen()).toEqual(['no']);
    expect(document.activeElement).toBe(radio('No'));
    expect(pageKeys).not.toHaveBeenCalled();
  });

  it.each(['{Control>}n{/Control}', '{Alt>}n{/Alt}', '{Meta>}n{/Meta}', 'x'])('leaves %s to the page', async (keys) => {
    const { user, pageKeys } = show('yes');
    radio('Yes').focus();
    await user.keyboard(keys);
    expect(chosen()).toEqual(['yes']);
    expect(pageKeys).toHaveBeenCalledWith(expect.stringMatching(/^[nx]$/));
  });

  it.each(['{Delete}', '{Backspace}'])('takes the answer back with %s', async (key) => {
    const { user } = show('unsure');
    radio('Not sure').focus();
    await user.keyboard(key);
    expect(chosen()).toEqual([]);
  });

  it('takes the answer back with the button, which waits while there is none', async () => {
    const { user } = show('yes');
    const clear = screen.getByRole<HTMLButtonElement>('button', { name: 'Clear: Is it safe?' });
    await user.click(clear);
    expect(chosen()).toEqual([]);
    expect(clear.disabled).toBe(true);
    expect(document.activeElement).toBe(radio('Yes'));
  });

  it('keeps an answer that has to be there', async () => {
    const { user } = show('yes', { isClearable: false });
    radio('Yes').focus();
    await user.keyboard('{Delete}{Backspace}');
    expect(chosen()).toEqual(['yes']);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('takes nothing while it is disabled', async () => {
    const { user } = show('yes', { isDisabled: true });
    await user.click(screen.getByText('No'));
    expect(chosen()).toEqual(['yes']);
  });

  it('says what it asks, what helps and what is wrong', () => {
    show(null, { help: 'Think of the worst day.', error: 'Answer this first.' });
    screen.getByRole('group', { name: 'Is it safe?' });
    expect(descriptionOf(radio('Yes'))).toEqual(['Answer this first.', 'Think of the worst day.']);
    expect(radio('No').getAttribute('aria-invalid')).toBe('true');
  });

  it('describes each choice with what it means, where that is known', () => {
    const [yes, no, unsure] = CHOICES;
    show(null, { choices: [{ ...yes, meaning: 'It never failed.' }, no, unsure], help: 'Think of the worst day.' });
    expect(descriptionOf(radio('Yes'))).toEqual(['It never failed.']);
    expect(descriptionOf(radio('No'))).toEqual(['Think of the worst day.']);
  });

  it('confirms a key that chooses what has the focus already, and one that takes an answer back', async () => {
    const { user } = show(null);
    radio('Yes').focus();
    await user.keyboard('y');
    await expectSaid('Yes, selected.');
    await user.keyboard('{Delete}');
    await expectSaid('Is it safe?: answer taken back.');
  });
});

it('choices that are numbers or yes and no come back as what they are', async () => {
  const onChange = vi.fn<(value: number | boolean | null) => void>();
  const choices = [
    { value: 0, text: 'Zero', key: '0' },
    { value: false, text: 'False' },
  ] as const;
  render(<ChoiceGroup<number | boolean> label="Which?" value={null} choices={choices} onChange={onChange} />);
  const user = userEvent.setup();
  await user.click(screen.getByText('False'));
  radio('Zero').focus();
  await user.keyboard('0');
  expect(onChange.mock.calls).toEqual([[false], [0]]);
});
