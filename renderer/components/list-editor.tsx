import { Plus } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { toldApart } from '#renderer/base/told-apart.ts';
import { useLatest } from '#renderer/base/use-latest.ts';
import { say } from '#renderer/base/voice.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import { AboutWords, useAbout } from './about.tsx';
import { Button } from './button.tsx';
import { type ChangeRow, ListRow, type RowActions } from './list-row.tsx';
import './list-editor.css';

export interface ListEditorProps<Row extends { readonly id: string }> {
  /** What the list holds, for the screen reader: “Participants”. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** `key` names the field that was typed into, where one was. */
  readonly onChange: (rows: readonly Row[], key?: string) => void;
  /** The controls of one row. While it stays the same function, rows that did not change are not drawn again. */
  readonly children: (row: Row, change: ChangeRow<Row>, index: number) => ReactNode;
  /** Makes an empty row; without it (or with `addButtons`) rows come from elsewhere. */
  readonly newRow?: (() => Row) | undefined;
  readonly addText?: string;
  /** Further buttons beside “add”. */
  readonly addButtons?: ReactNode;
  /** What a row is, in lower case: its fields are then called “Name: participant 2”. Without it their labels say all. */
  readonly noun?: string;
  /** Name of a row for the buttons' spoken names: “Remove Ada”. */
  readonly nameOf: (row: Row, index: number) => string;
  readonly empty?: ReactNode;
  readonly canReorder?: boolean;
  /** Rows that fit in at most. */
  readonly most?: number;
  /** Whether rows can go; without it, they have no button for that. */
  readonly canRemove?: boolean;
  /** Why a row cannot be removed; null when it can. */
  readonly lockedBecause?: (row: Row) => string | null;
  /** Id of the list, for open points; the add button takes the focus while it is empty. */
  readonly id?: string | undefined;
}

/** Where one types, or chooses from many. Letters typed on a radio button or a checkbox would be taken as keys. */
const TYPED = 'textarea, select, input:not([type="radio"], [type="checkbox"], [type="hidden"])';

/**
 * Rows to add, change, reorder and remove. Removing needs no question, because undo brings it back.
 * Alt+Shift+↑/↓ moves the row that has the focus.
 */
export function ListEditor<Row extends { readonly id: string }>(props: ListEditorProps<Row>) {
  const {
    label,
    rows,
    onChange,
    children,
    newRow,
    addText = 'Add',
    addButtons,
    noun,
    nameOf,
    empty,
    canReorder = true,
    canRemove = true,
    most = LIST_LIMIT,
  } = props;
  const about = useAbout();
  const list = useRef<HTMLDivElement>(null);

  const focusRow = (index: number, change: () => void) =>
    focusAfter(change, () => {
      const row = list.current?.querySelectorAll(':scope > ul > li')[index];
      return (
        row?.querySelector<HTMLElement>(TYPED) ??
        row?.querySelector<HTMLElement>('input') ??
        list.current?.querySelector('button')
      );
    });
  const add = () => {
    if (newRow) focusRow(rows.length, () => onChange([...rows, newRow()]));
  };
  const placeOf = (id: string) => rows.findIndex((row) => row.id === id);
  const actions = useLatest<RowActions<Row>>({
    change: (row, key) => {
      const index = placeOf(row.id);
      if (index >= 0) onChange(rows.with(index, row), key);
    },
    move: (id, by) => {
      const index = placeOf(id);
      const row = rows[index];
      const other = rows[index + by];
      if (!row || !other) return;
      onChange(rows.with(index, other).with(index + by, row));
      say(`${nameOf(row, index)} moved to place ${index + by + 1} of ${rows.length}.`);
    },
    remove: (id) => {
      const index = placeOf(id);
      focusRow(Math.min(index, rows.length - 2), () => onChange(rows.toSpliced(index, 1)));
    },
  });

  const names = toldApart(rows.map(nameOf));
  return (
    <div className="list-editor" id={props.id} ref={list}>
      {rows.length === 0 && empty !== undefined && <p className="list-editor__empty">{empty}</p>}
      {rows.length > 0 && (
        <ul className="list-editor__rows" aria-label={label}>
          {rows.map((row, index) => (
            <ListRow
              key={row.id}
              row={row}
              index={index}
              count={rows.length}
              name={[names[index], about].filter(Boolean).join(', ')}
              subject={noun === undefined ? '' : `${noun} ${index + 1}`}
              canReorder={canReorder}
              canRemove={canRemove}
              locked={props.lockedBecause?.(row) ?? null}
              actions={actions}
              content={children}
            />
          ))}
        </ul>
      )}
      <div className="list-editor__add">
        {newRow && (
          <Button icon={Plus} size="small" onPress={add} isDisabled={rows.length >= most}>
            {addText}
            <AboutWords />
          </Button>
        )}
        {addButtons}
      </div>
    </div>
  );
}
