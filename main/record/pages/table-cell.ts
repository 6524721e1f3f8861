import type { RecordBadge, RecordCell } from '#shared/record/model.ts';
import { badgeWidth, drawBadge, frameless } from './badge.ts';
import { baseline, type Canvas } from './canvas.ts';
import { type Column, huggingColumn } from './column.ts';
import type { ColumnNeed } from './column-widths.ts';
import type { PdfFonts } from './fonts.ts';
import { fullWidth, type Line, wrap } from './text.ts';
import { ACCENT, MUTED, PAGE, PAPER, STYLES, type TextStyle } from './theme.ts';

/** Side of a square of a score, and the width of all five. */
const SQUARE_SIDE = 5;
const SCORE_WIDTH = 5 * SQUARE_SIDE + 4 * 1.6;
/** Room for the figure before its squares. */
const FIGURE_WIDTH = 11;
export const CELL_PADDING_X = 6;

interface StyledLine {
  readonly line: Line;
  readonly style: TextStyle;
}

/** A cell with its place and its text, broken into lines of one height. */
export interface SetCell {
  readonly column: Column;
  readonly end: boolean;
  readonly lines: readonly StyledLine[];
  readonly badge: RecordBadge | null;
  /** Drawn as that many of five squares; null for a cell without a score or without room for the squares. */
  readonly score: number | null;
}

/** Sets a cell into its column. */
export function setCell(
  cell: RecordCell,
  place: { readonly column: Column; readonly end: boolean; readonly style: TextStyle },
  fonts: PdfFonts,
): SetCell {
  const { column, end, style } = place;
  const score = cell.score !== undefined && column.width >= SCORE_WIDTH + 16 ? cell.score : null;
  const badge = cell.tone !== undefined && cell.text !== '' ? { text: cell.text, tone: cell.tone } : null;
  const isBadge = badge !== null && badgeWidth(badge, fonts) <= badgeLimit(column);
  const lines = partsOf(cell, style).flatMap((part) =>
    wrap(part.text, part.style, column.width, fonts).map((line) => ({ line, style: part.style })),
  );
  return { column, end, score, badge: isBadge ? badge : null, lines: isBadge ? [] : lines };
}

/** The texts of a cell one below the other, each in its style; an empty cell shows a dash. */
function partsOf({ text, tone, note = '' }: RecordCell, style: TextStyle) {
  if (tone !== undefined && text !== '')
    return [{ text, style: { ...frameless({ text, tone }), leading: style.leading } }];
  if (note === '') return [{ text: text.trim() === '' ? '–' : text, style }];
  return [
    { text, style: { ...style, weight: 'bold' } as const },
    { text: note, style },
  ];
}

/** What a column has to hold. @param cells from its title down */
export function columnNeed(
  cells: readonly { readonly cell: RecordCell; readonly style: TextStyle }[],
  fonts: PdfFonts,
): ColumnNeed {
  const words: number[] = [];
  const widths = cells.map(({ cell, style }) => {
    if (cell.tone !== undefined && cell.text !== '') {
      words.push(badgeWidth({ text: cell.text, tone: cell.tone }, fonts));
      return words.at(-1) ?? 0;
    }
    const aside = cell.score === undefined ? 0 : SCORE_WIDTH + 6;
    return partsOf(cell, style).reduce((sum, part) => {
      words.push(aside + longestWord(part.text, part.style, fonts));
      return sum + aside + fullWidth(part.text, part.style, fonts);
    }, 0);
  });
  return { least: 1 + Math.max(0, ...words), cells: widths };
}

/** Texts up to this length, such as a date, are not broken. */
const SHORT_TEXT = 11;
/** Longer words than this, such as addresses, may be broken. */
const LONGEST_WORD = 24;

function longestWord(text: string, style: TextStyle, fonts: PdfFonts): number {
  if (text.length <= SHORT_TEXT) return fullWidth(text.trim().replace(/\s+/g, ' '), style, fonts);
  const lengths = text.split(/\s+|(?<=\p{L}[-‐–])/u).toSorted((left, right) => right.length - left.length);
  return fullWidth((lengths[0] ?? '').slice(0, LONGEST_WORD), style, fonts);
}

/** Draws some lines of a cell. */
export function drawCell(canvas: Canvas, y: number, cell: SetCell, from: number, to: number): void {
  const { column, end, lines, badge, score } = cell;
  const block = huggingColumn(
    lines.map(({ line }) => line),
    column,
  );
  const right = column.x + column.width - (score === null ? 0 : SCORE_WIDTH + 5);
  if (score !== null && from === 0) {
    const x = end ? column.x + column.width - SCORE_WIDTH : column.x + FIGURE_WIDTH;
    drawScore(canvas, x, y + baseline(STYLES.cell), score);
  }
  lines.slice(from, to).forEach(({ line, style }, index) => {
    const base = y + index * style.leading + baseline(style);
    if (end) canvas.line(right - line.width, base, line, style);
    else canvas.lineIn(block, base, line, style);
  });
  if (badge && from === 0) drawBadge(canvas, column.x, y + baseline(STYLES.cell), badge, badgeLimit(column));
}

/** Room for a badge, which may reach into the space before the next column. */
function badgeLimit({ x, width }: Column): number {
  return Math.min(width + CELL_PADDING_X, PAGE.right - x);
}

/** A score as squares on the line whose baseline is `y`: filled ones count, so it needs no colour. */
function drawScore(canvas: Canvas, x: number, y: number, score: number): void {
  canvas.within('ornament', () => {
    for (const step of [0, 1, 2, 3, 4]) {
      const look = step < score ? { fill: ACCENT } : { fill: PAPER, stroke: MUTED };
      canvas.box(x + step * (SQUARE_SIDE + 1.6), y - SQUARE_SIDE - 0.4, SQUARE_SIDE, SQUARE_SIDE, look);
    }
  });
}
