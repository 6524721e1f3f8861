import { type FormEvent, useState } from 'react';
import { settleText } from '#renderer/base/pending-text.ts';
import { toDoHref } from '#renderer/base/routes.ts';
import { Button } from '#renderer/components/button.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import { sectionOfAnchor } from '#shared/review/anchor.ts';
import { addToDo, type ToDoKind, toDosOf } from '#shared/review/to-do.ts';

export interface AddToDoProps {
  readonly editor: ReviewEditor;
  readonly kind: ToDoKind;
  /** Where in the review it came up; undefined for nowhere. */
  readonly place: string | undefined;
  readonly onClose: () => void;
}

/** Adds something to do, or parks a question, without leaving the place one is at. */
export function AddToDo({ editor, kind, place: here, onClose }: AddToDoProps) {
  // Where it came up is where the person was before the dialog took the focus.
  const [place] = useState(here ?? '');
  const [text, setText] = useState('');
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState<string | null>(null);
  const people = useDerived(editor, knownPeople);
  const showToast = useToast();
  const isAction = kind === 'action';
  const section = place === '' ? undefined : sectionOfAnchor(editor.template, place);
  const { isSealed, document } = editor.now();
  const isFull = toDosOf(document).length >= LIST_LIMIT;

  function add(event: FormEvent) {
    event.preventDefault();
    settleText();
    if (text.trim() === '' || isSealed || isFull) return;
    const added = { id: editor.newId(), kind, text: text.trim(), owner, due, status: 'open', place } as const;
    editor.update((review) => addToDo(review, added));
    onClose();
    const said = isAction ? 'Added to the things to do.' : 'Parked.';
    showToast({ text: said, action: { text: 'Show the list', href: toDoHref(editor.id) } });
  }

  return (
    <Dialog title={isAction ? 'Something to do' : 'Park a question'} isOpen onClose={onClose}>
      {isSealed ? (
        <p>This review is signed, so its content does not change any more. Start the next revision to add to it.</p>
      ) : (
        <form className="stack" onSubmit={add}>
          <TextField
            label={isAction ? 'What is to be done' : 'Question'}
            value={text}
            onChange={setText}
            isRequired
            autoFocus
            error={isFull ? `The list has ${LIST_LIMIT} entries and takes no more. Remove some first.` : undefined}
          />
          {isAction && (
            <div className="grid">
              <ComboField label="Who" value={owner} suggestions={people} onChange={setOwner} />
              <DateField label="By when" value={due} onChange={setDue} />
            </div>
          )}
          {section && <p className="small soft">Came up in: {section.title}.</p>}
          <DialogActions>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" type="submit" isDisabled={text.trim() === '' || isFull}>
              {isAction ? 'Add' : 'Park'}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
