import type { Line } from './text.ts';

/** A column of text: its distance from the left edge of the page, and its width, in points. */
export interface Column {
  readonly x: number;
  readonly width: number;
  /** Where lines that are read from the right begin; without it, at the right end of the width. */
  readonly end?: number;
}

/** Side of the page from which a text is read. */
export type Side = 'left' | 'right';

/** Where lines that are read from the right begin. */
export function endOf({ x, width, end = x + width }: Column): number {
  return end;
}

/** The side from which a text is read. */
export function sideOf([first]: readonly Line[]): Side {
  return first?.rightToLeft ? 'right' : 'left';
}

/**
 * A column that is no wider than its lines. Text that is read from the right and stands beside something, such as a
 * value beside its label, then begins close to it and not at the far side of the page.
 */
export function huggingColumn(lines: readonly Line[], column: Column, side: Side = 'left'): Column {
  const width = Math.max(0, ...lines.map((line) => line.width));
  return { x: side === 'left' ? column.x : endOf(column) - width, width };
}

/** A column for text with a sign such as a bullet before it, and where the sign goes, on the side that the text is read from. */
export function afterSign(area: Column, room: number, side: Side): { readonly column: Column; readonly sign: number } {
  const end = endOf(area);
  const width = area.width - room;
  return side === 'left'
    ? { sign: area.x, column: { x: area.x + room, width, end } }
    : { sign: end - room, column: { x: area.x, width, end: end - room } };
}
