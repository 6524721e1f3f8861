import { flushSync } from 'react-dom';
import { COLUMNS, type Column } from './table-keys.ts';

const CONTROL = 'select, textarea, input';

/** Moves the focus to a cell of a risk; to the next one of the row where a cell stands for several. */
export function toCell(table: HTMLElement | null, risk: string, column: Column): void {
  // What a judgement brings, such as the field for a reason, has to be there.
  flushSync(() => undefined);
  const row = table?.querySelector(`[data-risk="${CSS.escape(risk)}"]`);
  const from = COLUMNS.indexOf(column);
  for (const name of [...COLUMNS.slice(from), ...COLUMNS.slice(0, from).toReversed()]) {
    const control = row?.querySelector<HTMLElement>(`[data-column="${name}"] :is(${CONTROL})`);
    if (!control) continue;
    control.focus();
    control.scrollIntoView({ block: 'nearest' });
    return;
  }
}

/** Moves the focus by a row or a column; at the edges it stays. */
export function moveInTable(
  table: HTMLElement | null,
  place: { readonly risk: string; readonly column: Column },
  by: { readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 },
): void {
  const rows = [...(table?.querySelectorAll<HTMLElement>('[data-risk]') ?? [])];
  const row = rows.findIndex(({ dataset }) => dataset.risk === place.risk) + by.rows;
  const column = COLUMNS[COLUMNS.indexOf(place.column) + by.columns];
  const risk = rows[row]?.dataset.risk;
  if (risk !== undefined && column !== undefined) toCell(table, risk, by.rows === 0 ? column : rowStart(place.column));
}

/** Enter in a text goes on with the next risk; arrows stay in their column. */
function rowStart(column: Column): Column {
  return column === 'owner' ? 'applies' : column;
}
