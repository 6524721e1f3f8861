import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { hasPendingText, settleText } from '#renderer/base/pending-text.ts';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';

/** A field that belongs to somebody, who is told of what is typed. */
function showNumber(first: number | null) {
  const told = vi.fn<(value: number | null) => void>();
  function Owner() {
    const [value, setValue] = useState(first);
    return (
      <NumberField
        label="Days"
        value={value}
        limits={{ min: 0, max: 100 }}
        onChange={(now) => {
          told(now);
          setValue(now);
        }}
      />
    );
  }
  render(<Owner />);
  return told;
}

const number = () => screen.getByRole<HTMLInputElement>('textbox');
const type = (field: HTMLInputElement, text: string) => fireEvent.change(field, { target: { value: text } });
const handOver = () => void act(settleText);

it('keeps a number to itself until it is handed over', () => {
  const told = showNumber(1);
  type(number(), '12');
  expect(number().value).toBe('12');
  expect(told).not.toHaveBeenCalled();
  expect(hasPendingText()).toBe(true);
  handOver();
  expect(told.mock.calls).toEqual([[12]]);
  expect(number().value).toBe('12');
});

it('hands a number over when the field is left, and says what is wrong with one then', () => {
  const told = showNumber(1);
  type(number(), '1.');
  fireEvent.blur(number());
  type(number(), '1200');
  expect(screen.queryByText(/from 0 to 100/)).toBeNull();
  fireEvent.blur(number());
  expect(screen.getByText(/from 0 to 100/).textContent).toContain('1 stays until then');
  expect(told).not.toHaveBeenCalled();
  expect(number().value).toBe('1200');
  type(number(), '');
  fireEvent.blur(number());
  expect(told.mock.calls).toEqual([[null]]);
});

it('keeps a name with suggestions to itself until it is handed over', () => {
  const told = vi.fn<(value: string) => void>();
  function Owner() {
    const [value, setValue] = useState('');
    return (
      <ComboField
        label="Owner"
        value={value}
        suggestions={['Ada', 'Bob']}
        onChange={(now) => {
          told(now);
          setValue(now);
        }}
      />
    );
  }
  render(<Owner />);
  const field = screen.getByRole<HTMLInputElement>('combobox');
  field.focus();
  type(field, 'A');
  type(field, 'Ad');
  expect(field.value).toBe('Ad');
  expect(told).not.toHaveBeenCalled();
  handOver();
  expect(told.mock.calls).toEqual([['Ad']]);
  fireEvent.click(screen.getByRole('option', { name: 'Ada' }));
  handOver();
  expect(told.mock.calls.at(-1)).toEqual(['Ada']);
  expect(field.value).toBe('Ada');
  act(() => field.blur());
  expect(field.value).toBe('Ada');
});
