import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode } from 'react';
import { About } from './about.tsx';
import { IconButton } from './icon-button.tsx';
import './list-editor.css';

/** Makes of a row what its controls say it is now; `key` names the field that was typed into. */
export type ChangeRow<Row> = (row: Row, key?: string) => void;

/** What rows do to their list; the same object in every rendering. */
export interface RowActions<Row> {
  readonly change: ChangeRow<Row>;
  readonly move: (id: string, by: -1 | 1) => void;
  readonly remove: (id: string) => void;
}

export interface ListRowProps<Row extends { readonly id: string }> {
  readonly row: Row;
  readonly index: number;
  /** Rows of the list. */
  readonly count: number;
  /** What the buttons call the row. */
  readonly name: string;
  /** What the row's fields are about, for those who cannot see it; empty where their labels say all. */
  readonly subject: string;
  readonly canReorder: boolean;
  readonly canRemove: boolean;
  /** Why the row cannot be removed; null when it can. */
  readonly locked: string | null;
  readonly actions: RowActions<Row>;
  /** The controls of the row. */
  readonly content: (row: Row, change: ChangeRow<Row>, index: number) => ReactNode;
}

/** One row of a list, drawn again only when it is another one. */
export const ListRow = memo(function ListRow<Row extends { readonly id: string }>({
  row,
  index,
  count,
  name,
  subject,
  canReorder,
  canRemove,
  locked,
  actions,
  content,
}: ListRowProps<Row>) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!canReorder || !event.altKey || !event.shiftKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    actions.move(row.id, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className="list-editor__row" data-row={row.id} onKeyDown={onKeyDown}>
      <div className="list-editor__content">
        <About subject={subject}>{content(row, actions.change, index)}</About>
      </div>
      <div className="list-editor__buttons">
        {canReorder && count > 1 && (
          <>
            <IconButton
              icon={ArrowUp}
              label={`Move up ${name}`}
              shortcut="Alt+Shift+ArrowUp"
              isDisabled={index === 0}
              onPress={() => actions.move(row.id, -1)}
            />
            <IconButton
              icon={ArrowDown}
              label={`Move down ${name}`}
              shortcut="Alt+Shift+ArrowDown"
              isDisabled={index === count - 1}
              onPress={() => actions.move(row.id, 1)}
            />
          </>
        )}
        {canRemove && (
          <IconButton
            icon={Trash2}
            kind="danger"
            label={locked ?? `Remove ${name}`}
            isDisabled={locked !== null}
            onPress={() => actions.remove(row.id)}
          />
        )}
      </div>
    </li>
  );
}) as <Row extends { readonly id: string }>(props: ListRowProps<Row>) => ReactNode;
