import { MessageSquarePlus } from 'lucide-react';
import { useId, useState } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { useNamed } from './about.tsx';
import { Button } from './button.tsx';
import { TextArea } from './text-area.tsx';
import './note.css';

export interface NoteProps {
  /** What is written here; names the thing it is about for who cannot see the surroundings. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly addText?: string;
  readonly placeholder?: string;
  readonly id?: string | undefined;
}

/** A note that takes no room until somebody wants to write one. */
export function Note({ label, value, onChange, addText = 'Add a note', placeholder = 'Note', id }: NoteProps) {
  const ownId = useId();
  const name = useNamed(label);
  const fieldId = id ?? ownId;
  const [isOpen, setOpen] = useState(false);
  const open = () =>
    focusAfter(
      () => setOpen(true),
      () => document.getElementById(fieldId),
    );
  if (!isOpen && value === '') {
    return (
      <div className="note">
        <Button
          kind="quiet"
          size="small"
          icon={MessageSquarePlus}
          id={fieldId}
          label={`${addText}: ${name}`}
          onPress={open}
        >
          {addText}
        </Button>
      </div>
    );
  }
  return (
    <TextArea
      label={label}
      isLabelHidden
      placeholder={placeholder}
      rows={1}
      id={fieldId}
      value={value}
      onChange={(text) => {
        // Stays open when the last letter goes, so that nothing moves while typing.
        setOpen(true);
        onChange(text);
      }}
    />
  );
}
