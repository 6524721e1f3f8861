import { useState } from 'react';
import { settleText } from '#renderer/base/pending-text.ts';
import { useTypedText } from '#renderer/base/use-typed-text.ts';
import { readNumber, writeNumber } from '#shared/review/edit-number.ts';
import { Field, type FieldProps } from './field.tsx';
import './field.css';

export interface NumberFieldProps extends Omit<FieldProps, 'error'> {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** Smallest and largest number that can be stored. */
  readonly limits?: { readonly min: number; readonly max: number };
}

/** What was typed, with the value the review held for it: it stands until something else changes the value. */
interface Draft {
  readonly text: string;
  readonly value: number | null;
  readonly problem: string;
}

/** Longest text that a number can need. */
const LENGTH_LIMIT = 40;

/**
 * A number, typed with a decimal comma or point. What cannot be read stays in the field and is
 * explained once the field was left; the review keeps the last number meanwhile.
 */
export function NumberField({ value, onChange, limits, ...field }: NumberFieldProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [wasLeft, setWasLeft] = useState(false);
  const current = draft !== null && draft.value === value ? draft : null;

  /** Reads what was typed, once it is handed over. */
  function take(text: string) {
    const read = readNumber(text);
    const problem = read.kind === 'unreadable' ? read.problem : outside(read.value, limits);
    const taken = read.kind === 'number' && problem === '' ? read.value : value;
    setDraft({ text, value: taken, problem });
    if (taken !== value) onChange(taken);
  }

  const { shown, type } = useTypedText(current ? current.text : writeNumber(value), take);
  const problem = wasLeft && current ? current.problem : '';
  const kept = value === null ? 'Nothing is stored yet.' : `${writeNumber(value)} stays until then.`;
  return (
    <Field {...field} isFilled={value !== null} error={problem === '' ? undefined : `${problem} ${kept}`}>
      {(control) => (
        <input
          {...control}
          className="input"
          inputMode="decimal"
          maxLength={LENGTH_LIMIT}
          autoComplete="off"
          value={shown}
          onChange={(event) => {
            setWasLeft(false);
            type(event.target.value.toWellFormed());
          }}
          onBlur={() => {
            settleText();
            setWasLeft(true);
          }}
        />
      )}
    </Field>
  );
}

function outside(value: number | null, limits: NumberFieldProps['limits']): string {
  if (value === null || !limits || (value >= limits.min && value <= limits.max)) return '';
  return `Write a number from ${limits.min} to ${limits.max}.`;
}
