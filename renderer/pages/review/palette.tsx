import { type KeyboardEvent, useId, useState } from 'react';
import { sectionHref, toDoHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { type FoundPlace, placesOf, search } from '#shared/review/finder.ts';
import type { PaletteCommand } from './palette-commands.ts';
import './palette.css';
import '#renderer/components/field.css';

export interface PaletteProps {
  readonly editor: ReviewEditor;
  readonly commands: readonly PaletteCommand[];
  readonly onClose: () => void;
}

interface Entry {
  /** Unique among all. */
  readonly key: string;
  readonly kind: string;
  readonly text: string;
  readonly about: string;
  readonly keys: string;
  readonly run: () => void;
}

/** So many are shown; more words find what is further down. */
const SHOWN = 40;

/** One field that leads anywhere in the review, and does what else can be done there. */
export function Palette({ editor, commands, onClose }: PaletteProps) {
  const id = useId();
  const places = useDerived(editor, placesOf);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const all: readonly Entry[] = [
    ...commands.map((command, index) => ({ key: `command ${index}`, kind: 'Command', about: '', ...command })),
    ...places.map((place, index) => ({
      ...place,
      key: `place ${index}`,
      keys: '',
      run: () => navigate(hrefOf(editor.id, place)),
    })),
  ];
  const matching = search(all, typed);
  const found = matching.slice(0, SHOWN);
  const chosen = Math.min(at, found.length - 1);
  useSaid(typed === '' ? '' : matching.length === 1 ? 'One is found.' : `${matching.length} are found.`, 400);

  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    // The dialog gives the focus back first, so that what is gone to keeps it.
    setTimeout(entry.run);
  };
  const move = (by: number) => {
    const next = (chosen + by + found.length) % Math.max(found.length, 1);
    setAt(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined) move(Math.abs(by) === 1 ? by : Math.max(-chosen, Math.min(by, found.length - 1 - chosen)));
    else if (event.key === 'Enter') choose(found[chosen]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title="Go to" isOpen onClose={onClose} size="wide">
      <input
        // The dialog is opened to type here.
        autoFocus
        className="input"
        type="text"
        role="combobox"
        aria-label="Section, question, risk, person, action or command"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        placeholder="Section, question, risk or its number, person, action, command"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette__list" role="listbox" id={`${id}-list`} aria-label="Found">
        {found.map((entry, index) => (
          <div
            key={entry.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="palette__entry"
            onPointerMove={() => setAt(index)}
            onClick={() => choose(entry)}
            onKeyDown={onKeyDown}
          >
            <span className="palette__kind">{entry.kind}</span>
            <span className="palette__text">{entry.text}</span>
            {entry.about !== '' && <span className="palette__about">{entry.about}</span>}
            {entry.keys !== '' && <kbd>{entry.keys}</kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="soft">Nothing in this review is called that.</p>}
      {matching.length > SHOWN && <p className="small soft">{matching.length - SHOWN} more: type more of the name.</p>}
    </Dialog>
  );
}

/** Where a place lies; a person leads to what they have to do. */
function hrefOf(review: string, { kind, text, section, place }: FoundPlace): string {
  if (kind === 'Person') return toDoHref(review, text);
  if (section === null) return toDoHref(review);
  return sectionHref(review, section, place === '' || place === section ? undefined : place);
}
