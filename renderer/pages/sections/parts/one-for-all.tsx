import { type FormEvent, useRef, useState } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { settleText } from '#renderer/base/pending-text.ts';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import './one-for-all.css';

export interface OneForAllProps {
  /** What it is for, on the button that asks for the text: “None of these applies…”. */
  readonly words: string;
  /** The button as it is heard, where the words alone do not say what they are about. */
  readonly label?: string;
  /** What the text is, as it is heard, and in short within the empty field. */
  readonly field: string;
  readonly placeholder: string;
  /** The button that takes it. */
  readonly submit: string;
  /** Takes the text, which is not blank. */
  readonly onSubmit: (text: string) => void;
}

/** One text for many rows that nobody has answered yet: a button, and behind it a field. */
export function OneForAll({ words, label, field, placeholder, submit, onSubmit }: OneForAllProps) {
  const [isAsking, setAsking] = useState(false);
  const [text, setText] = useState('');
  const form = useRef<HTMLFormElement>(null);
  if (!isAsking) {
    return (
      <Button
        size="small"
        kind="quiet"
        {...(label !== undefined && { label })}
        onPress={() =>
          focusAfter(
            () => setAsking(true),
            () => form.current?.querySelector('input'),
          )
        }
      >
        {words}
      </Button>
    );
  }
  const take = (event: FormEvent) => {
    event.preventDefault();
    settleText();
    const given = text.trim();
    if (given === '') return;
    onSubmit(given);
    setAsking(false);
    setText('');
  };
  return (
    <form
      ref={form}
      className="one-for-all"
      onSubmit={take}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <TextField label={field} isLabelHidden placeholder={placeholder} value={text} onChange={setText} />
      <Button size="small" type="submit" isDisabled={text.trim() === ''}>
        {submit}
      </Button>
    </form>
  );
}
