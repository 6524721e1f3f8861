import type { Line } from './text.ts';

/** Where a text stands: from the left edge of the page, and how wide it may run, in points. */
export interface Column {
  readonly x: number;
  readonly width: number;
  /** Where lines that are read from the right begin, if not at the end of the width. */
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
 * A column that is no wider than its lines. What is read from the right and stands beside something at the left, as
 * a value beside its label, so begins where it ends and not at the far side of the page.
 */
export function hugging(lines: readonly Line[], column: Column, side: Side = 'left'): Column {
  const width = Math.max(0, ...lines.map((line) => line.width));
  return { x: side === 'left' ? column.x : endOf(column) - width, width };
}

/** A column and the place of a sign before its text, at the side from which the text is read. */
export function afterSign(area: Column, room: number, side: Side): { readonly column: Column; readonly sign: number } {
  const end = endOf(area);
  const width = area.width - room;
  return side === 'left'
    ? { sign: area.x, column: { x: area.x + room, width, end } }
    : { sign: end - room, column: { x: area.x, width, end: end - room } };
}
