import type { BlockOf, RecordBadge, RecordCell, RecordColumn } from '#shared/record/model.ts';
import { badgeWidth, drawBadge, frameless } from './badge.ts';
import { baseline, type Canvas } from './canvas.ts';
import { type Column, huggingColumn } from './column.ts';
import { type Slice, withoutOrphans } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { staysTogether } from './paragraph.ts';
import { type Artifact, Tag } from './tag.ts';
import { tagged } from './tagged.ts';
import { type Line, wrap } from './text.ts';
import { ACCENT, HAIRLINE, MUTED, PAGE, PAPER, SECONDARY, STYLES, type TextStyle } from './theme.ts';

/** Side of a square of a score, and the width of all five. */
const SQUARE_SIDE = 5;
const SCORE_WIDTH = 5 * SQUARE_SIDE + 4 * 1.6;
const CELL_PADDING_X = 6;
const CELL_PADDING_Y = 4;
/** Rows of up to this many lines are not broken across pages. */
const WHOLE_ROW_LINES = 12;

/** A cell with its place and its text, broken into lines. */
interface SetCell {
  readonly column: Column;
  readonly end: boolean;
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly badge: RecordBadge | null;
  /** Drawn as that many of five squares; null for a cell without a score or without room for the squares. */
  readonly score: number | null;
}

/** A table whose rows break between lines, with its header again at the top of every page. */
export function tableSlices(table: BlockOf<'table'>, area: Column, gap: number, fonts: PdfFonts): Slice[] {
  const columns = placedColumns(table.columns, area);
  const cell = (text: RecordCell, index: number, style: TextStyle): SetCell => {
    const column = columns[index] ?? area;
    const end = table.columns[index]?.align === 'end';
    const score = text.score !== undefined && column.width >= SCORE_WIDTH + 16 ? text.score : null;
    const common = { column, end, score };
    if (text.tone !== undefined && text.text !== '') {
      const badge = { text: text.text, tone: text.tone };
      if (badgeWidth(badge, fonts) <= badgeLimit(column)) return { ...common, lines: [], style, badge };
      const plain = frameless(badge);
      return { ...common, lines: wrap(text.text, plain, column.width, fonts), style: plain, badge: null };
    }
    // An empty cell shows a dash.
    const lines = wrap(text.text.trim() === '' ? '–' : text.text, style, column.width, fonts);
    return { ...common, lines, style, badge: null };
  };
  const titles = table.columns.map((column, index) => cell({ text: column.title }, index, STYLES.cellHead));
  const header = headerSlice(titles, area, gap, 'TH');
  // On further pages it is no part of the document: screen readers know the columns already.
  const repeat = [headerSlice(titles, area, gap, 'repeated')];
  // The rest of a broken row is as far below the header as a first line would be.
  const repeatWithin = [...repeat, { height: CELL_PADDING_Y, gap: 0, keep: true, draw: () => {} }];
  const rows = table.rows.map((row) =>
    tagged(
      'TR',
      rowSlices(
        row.map((text, index) => cell(text, index, STYLES.cell)),
        table.columns,
        area,
      ),
    ),
  );
  return tagged('Table', [
    ...tagged('TR', [header]),
    ...withoutOrphans(rows).flatMap((row) =>
      row.map((slice, index) => ({ ...slice, repeat: index === 0 ? repeat : repeatWithin })),
    ),
  ]);
}

/** The columns side by side, each without the space between it and the next. */
function placedColumns(columns: readonly RecordColumn[], area: Column): readonly Column[] {
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  let x = area.x;
  return columns.map(({ weight }, index) => {
    const width = (area.width * weight) / total;
    // The outer columns stand flush with the text above and below.
    const before = index === 0 ? 0 : CELL_PADDING_X;
    const after = index === columns.length - 1 ? 0 : CELL_PADDING_X;
    const inner = { x: x + before, width: width - before - after };
    x += width;
    return inner;
  });
}

function headerSlice(titles: readonly SetCell[], area: Column, gap: number, as: 'TH' | 'repeated'): Slice {
  const height = lineCount(titles) * STYLES.cellHead.leading + 2 * CELL_PADDING_Y;
  const tags = titles.map(() => (as === 'TH' ? new Tag(as) : as));
  return {
    height,
    gap,
    keep: true,
    draw: (canvas, y) => {
      drawCells(canvas, y + CELL_PADDING_Y, titles, tags, [0, lineCount(titles)]);
      canvas.rule(area.x, y + height, area.width, SECONDARY, 0.8);
    },
  };
}

/** A row in one piece, or line by line where it is long. */
function rowSlices(cells: readonly SetCell[], columns: readonly RecordColumn[], area: Column): readonly Slice[] {
  const count = lineCount(cells);
  const step = count <= WHOLE_ROW_LINES ? count : 1;
  const tags = cells.map((_, index) => (columns[index]?.heads ? new Tag('TH', { scope: 'Row' }) : new Tag('TD')));
  return Array.from({ length: count / step }, (_, index): Slice => {
    const from = index * step;
    const top = from === 0 ? CELL_PADDING_Y : 0;
    const last = from + step === count;
    const height = step * STYLES.cell.leading + top + (last ? CELL_PADDING_Y : 0);
    return {
      height,
      gap: 0,
      keep: staysTogether(index, count / step),
      draw: (canvas, y) => {
        drawCells(canvas, y + top, cells, tags, [from, from + step]);
        if (last) canvas.rule(area.x, y + height, area.width, HAIRLINE, 0.5);
      },
    };
  });
}

/** Draws some lines of each cell: cell by cell, so that the text reads in order. */
function drawCells(
  canvas: Canvas,
  y: number,
  cells: readonly SetCell[],
  tags: readonly (Tag | Artifact)[],
  [from, to]: readonly [from: number, to: number],
): void {
  cells.forEach((cell, index) => {
    canvas.within(tags[index] ?? 'ornament', () => drawCell(canvas, y, cell, from, to));
  });
}

function drawCell(canvas: Canvas, y: number, cell: SetCell, from: number, to: number): void {
  const { column, end, lines, style, badge, score } = cell;
  const block = huggingColumn(lines, column);
  const right = column.x + column.width - (score === null ? 0 : SCORE_WIDTH + 5);
  if (score !== null) drawScore(canvas, column.x + column.width - SCORE_WIDTH, y + baseline(style), score);
  lines.slice(from, to).forEach((line, index) => {
    const base = y + index * style.leading + baseline(style);
    if (end) canvas.line(right - line.width, base, line, style);
    else canvas.lineIn(block, base, line, style);
  });
  if (badge && from === 0) drawBadge(canvas, column.x, y + baseline(style), badge, badgeLimit(column));
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

function lineCount(cells: readonly SetCell[]): number {
  return Math.max(1, ...cells.map((cell) => cell.lines.length));
}
