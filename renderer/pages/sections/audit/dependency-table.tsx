import { ClipboardPaste } from 'lucide-react';
import { useRef, useState } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { useRowsDrawn } from '#renderer/base/use-later.ts';
import { useLatest } from '#renderer/base/use-latest.ts';
import { Button } from '#renderer/components/button.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import {
  addDependencies,
  changeDependency,
  nameDependency,
  newDependency,
  removeDependency,
} from '#shared/kinds/audit/edit.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { AddDependency } from './add-dependency.tsx';
import { type DependencyActions, DependencyRow } from './dependency-row.tsx';
import { ManifestDialog } from './manifest-dialog.tsx';
import { moveBetweenRows } from './move-between-rows.ts';
import './audit-page.css';

/** The dependencies as rows to fill in by keyboard, however many there are. */
export function DependencyTable({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'audit'>;
}) {
  const [isPasting, setPasting] = useState(false);
  const drawn = useRowsDrawn(8);
  const list = useRef<HTMLUListElement>(null);
  const toast = useToast();
  const dependencies = useDocument(editor, (review) => partOf(review, 'audit').dependencies);
  const people = useDerived(editor, knownPeople);
  const isFull = dependencies.length >= LIST_LIMIT;

  const actions = useLatest<DependencyActions>({
    change: (id, part, field) =>
      editor.update((document) => changeDependency(document, id, part), `audit.${id}.${field}`),
    rename: (id, name) => editor.update((document) => nameDependency(document, section, id, name), `audit.${id}.name`),
    remove: (id) => {
      const index = dependencies.findIndex((entry) => entry.id === id);
      focusAfter(
        () => editor.update((document) => removeDependency(document, id)),
        () => fieldOfRow(list.current, index),
      );
      toast({ text: 'The dependency is removed. Undo brings it back.' });
    },
  });
  const add = (name: string, candidate: string) => {
    const row = { ...newDependency(editor.newId()), name, candidate };
    editor.update((document) => addDependencies(document, [row]));
  };
  return (
    <div className="dependencies">
      <div className="dependencies__add">
        <AddDependency section={section} isFull={isFull} onAdd={add} />
        <Button icon={ClipboardPaste} onPress={() => setPasting(true)}>
          Paste a dependency file…
        </Button>
      </div>
      {dependencies.length > 0 && (
        <>
          <div className="dependencies__head" aria-hidden>
            <span>What is used now</span>
            <span>Counterpart</span>
            <span>Status</span>
            <span>Days</span>
            <span>Owner</span>
          </div>
          <ul
            ref={list}
            className="dependencies__rows"
            aria-label="Dependencies"
            onKeyDown={(event) => moveBetweenRows(event)}
          >
            {dependencies.slice(0, drawn).map((entry, index) => (
              <DependencyRow key={entry.id} dependency={entry} number={index + 1} people={people} actions={actions} />
            ))}
          </ul>
        </>
      )}
      <ManifestDialog
        isOpen={isPasting}
        onClose={() => setPasting(false)}
        section={section}
        existing={dependencies}
        newId={editor.newId}
        onAdd={(added) => {
          const close = () => {
            setPasting(false);
            editor.update((document) => addDependencies(document, added));
          };
          focusAfter(close, () => fieldOfRow(list.current, dependencies.length));
          toast({
            text: added.length === 1 ? 'One dependency added.' : `${added.length} dependencies added.`,
          });
        }}
      />
    </div>
  );
}

/** The first field of a row, of the last one where there is none at the place. */
function fieldOfRow(list: HTMLUListElement | null, index: number): HTMLElement | null | undefined {
  const rows = list?.querySelectorAll<HTMLElement>(':scope > li') ?? [];
  return rows[Math.min(index, rows.length - 1)]?.querySelector<HTMLElement>('textarea');
}
