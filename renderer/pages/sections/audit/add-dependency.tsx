import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Button } from '#renderer/components/button.tsx';
import { Field } from '#renderer/components/field.tsx';
import { isBlank, LINE_LIMIT, LIST_LIMIT } from '#shared/base/limits.ts';
import { type Counterpart, checkedText } from '#shared/kinds/audit/counterpart.ts';
import { suggestCandidate } from '#shared/kinds/audit/package-counterpart.ts';
import type { SectionOf } from '#shared/template/template.ts';
import '#renderer/components/popover.css';
import '#renderer/components/field.css';
import './audit-page.css';

export interface AddDependencyProps {
  readonly section: SectionOf<'audit'>;
  readonly isFull: boolean;
  readonly onAdd: (name: string, candidate: string) => void;
}

interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly candidate: string;
  /** What the libraries are for, and when a row of the makers' own was checked. */
  readonly about: string;
}

/**
 * One field that adds a line at a time: typing `zap` offers what takes its place, Enter adds, and the
 * field is empty for the next one.
 */
export function AddDependency({ section, isFull, onAdd }: AddDependencyProps) {
  const [text, setText] = useState('');
  const suggestions = useMemo(() => suggestionsOf(section), [section]);

  const add = (name: string, candidate: string) => {
    setText('');
    onAdd(name, candidate);
  };
  const addTyped = () => {
    const name = text.trim();
    if (isFull || isBlank(name)) return;
    add(name, suggestCandidate(section, name) ?? '');
  };
  return (
    <form
      className="add-dependency"
      onSubmit={(event) => {
        event.preventDefault();
        addTyped();
      }}
      onKeyDownCapture={(event) => {
        // While suggestions are open, the combo box would only close them; Enter adds what was typed.
        const isTyped = event.target instanceof HTMLInputElement && !event.target.hasAttribute('aria-activedescendant');
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isTyped) return;
        event.preventDefault();
        addTyped();
      }}
    >
      <Field
        label="Add a dependency"
        help={
          isFull
            ? `The list holds ${LIST_LIMIT} rows, the most there is room for.`
            : 'Type a library or a module path; Enter adds it with its counterpart.'
        }
      >
        {({ id, ...aria }) => (
          <ComboBox
            className="combo"
            aria-label="Add a dependency"
            allowsCustomValue
            // The field empties itself after each line, which must not open the whole list.
            menuTrigger={text === '' ? 'manual' : 'input'}
            isDisabled={isFull}
            inputValue={text}
            selectedKey={null}
            defaultItems={suggestions}
            onInputChange={(typed) => setText(typed.toWellFormed())}
            onSelectionChange={(key) => {
              const chosen = suggestions.find((entry) => entry.id === key);
              if (chosen) add(chosen.name, chosen.candidate);
            }}
          >
            <Input
              {...aria}
              id={id}
              className="input"
              maxLength={LINE_LIMIT}
              autoComplete="off"
              spellCheck={false}
              placeholder="zap, github.com/go-chi/chi/v5"
            />
            <Popover className="popover popover--list" offset={4}>
              <ListBox className="listbox">
                {({ id: key, name, candidate, about }: Suggestion) => (
                  <ListBoxItem id={key} textValue={name} className="listbox__item add-dependency__item">
                    <span>
                      {name}
                      <span className="visually-hidden">, counterpart:</span>{' '}
                      <span className="soft" aria-hidden>
                        →
                      </span>{' '}
                      {candidate}
                    </span>
                    <span className="small soft">{about}</span>
                  </ListBoxItem>
                )}
              </ListBox>
            </Popover>
          </ComboBox>
        )}
      </Field>
      <Button icon={Plus} type="submit" isDisabled={isFull || isBlank(text)}>
        Add
      </Button>
    </form>
  );
}

/** Each name of the table with what takes its place; a name may stand for two things, such as net/http. */
function suggestionsOf(section: SectionOf<'audit'>): readonly Suggestion[] {
  const rows = section.counterparts.flatMap((row) =>
    row.current.map((name) => ({ id: `${row.id} ${name}`, name, candidate: row.candidate, about: aboutOf(row) })),
  );
  const packages = (section.packages ?? []).flatMap((row) =>
    row.names.map((name) => ({
      id: `${row.id} ${name}`,
      name,
      candidate: row.candidate,
      about: aboutOf({ area: ECOSYSTEM_WORDS[row.ecosystem], checked: row.checked }),
    })),
  );
  return [...rows, ...packages];
}

const ECOSYSTEM_WORDS = { npm: 'npm', maven: 'Maven', pypi: 'PyPI', cargo: 'crates.io' } as const;

function aboutOf({ area, checked }: Pick<Counterpart, 'area' | 'checked'>): string {
  return checked === undefined ? area : `${area} · ${checkedText(checked)}`;
}
