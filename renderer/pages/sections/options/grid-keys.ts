/** A place in the grid of scores, from 0. Column 0 names the criterion, 1 is its weight, then the candidates. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export const NAME_COLUMN = 0;
export const WEIGHT_COLUMN = 1;
export const FIRST_CANDIDATE = 2;
/** Rows that a page key moves: about what a projector shows. */
const PAGE = 5;

/** Rows and columns of the grid. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The parts of a key press that matter here; a `KeyboardEvent` is one. */
export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key does in the grid. A number of null takes the entered one back. */
export type GridCommand =
  | { readonly kind: 'move'; readonly to: Place }
  | { readonly kind: 'weigh' | 'score'; readonly value: number | null }
  | { readonly kind: 'edit' };

/**
 * What a key does at a place, by the grid pattern of the ARIA practices; null when it means nothing.
 * `isInside`: the focus is on a control in the cell, whose own keys go first.
 */
export function gridCommand(press: GridKey, at: Place, size: Size, isInside: boolean): GridCommand | null {
  if (press.altKey || press.metaKey || press.shiftKey) return null;
  const to = press.ctrlKey ? corner(press.key, size) : neighbour(press.key, at, size);
  if (to) return { kind: 'move', to: inside(to, size) };
  if (press.ctrlKey || at.column === NAME_COLUMN) return null;
  if (at.column === WEIGHT_COLUMN) return entry('weigh', 0, press.key);
  const opensReason = press.key === 'F2' || (press.key === 'Enter' && !isInside);
  return opensReason ? { kind: 'edit' } : entry('score', 1, press.key);
}

/** Whether a key ends the writing of a reason; Shift+Enter begins a new line. */
export function endsReason(press: GridKey): boolean {
  return press.key === 'Escape' || (press.key === 'Enter' && !press.shiftKey);
}

/** The nearest place there is. */
export function inside(at: Place, size: Size): Place {
  return { row: clamp(at.row, size.rows), column: clamp(at.column, size.columns) };
}

function corner(key: string, { rows, columns }: Size): Place | null {
  if (key === 'Home') return { row: 0, column: 0 };
  return key === 'End' ? { row: rows - 1, column: columns - 1 } : null;
}

function neighbour(key: string, { row, column }: Place, { columns }: Size): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns - 1 };
    case 'PageUp':
      return { row: row - PAGE, column };
    case 'PageDown':
      return { row: row + PAGE, column };
    default:
      return null;
  }
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1));
}

/** A number from `lowest` to 5, or Delete. */
function entry(kind: 'weigh' | 'score', lowest: number, key: string): GridCommand | null {
  if (key === 'Delete' || key === 'Backspace') return { kind, value: null };
  return /^[0-5]$/.test(key) && Number(key) >= lowest ? { kind, value: Number(key) } : null;
}
