import type { BlockOf, RecordColumn } from '#shared/record/model.ts';
import type { Canvas } from './canvas.ts';
import type { Column } from './column.ts';
import { columnWidths } from './column-widths.ts';
import type { Slice } from './flow.ts';
import { withoutOrphans } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { staysTogether } from './paragraph.ts';
import { CELL_PADDING_X, columnNeed, drawCell, type SetCell, setCell } from './table-cell.ts';
import { type Artifact, Tag } from './tag.ts';
import { tagged } from './tagged.ts';
import { HAIRLINE, SECONDARY, STYLES } from './theme.ts';

const CELL_PADDING_Y = 1.8;
/** Rows of up to this many lines are not broken across pages. */
const WHOLE_ROW_LINES = 12;

/** A table whose rows break between lines, with its header again at the top of every page. */
export function tableSlices(table: BlockOf<'table'>, area: Column, gap: number, fonts: PdfFonts): Slice[] {
  const columns = placedColumns(table, area, fonts);
  const placeOf = (index: number) => ({
    column: columns[index] ?? area,
    end: table.columns[index]?.align === 'end',
  });
  const titles = table.columns.map(({ title }, index) =>
    setCell({ text: title }, { ...placeOf(index), style: STYLES.cellHead }, fonts),
  );
  const header = headerSlice(titles, area, gap, 'TH');
  // On further pages it is no part of the document: screen readers know the columns already.
  const repeat = [headerSlice(titles, area, gap, 'repeated')];
  // The rest of a broken row is as far below the header as a first line would be.
  const repeatWithin = [...repeat, { height: CELL_PADDING_Y, gap: 0, keep: true, draw: () => {} }];
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, index) => setCell(cell, { ...placeOf(index), style: STYLES.cell }, fonts));
    return tagged('TR', rowSlices(cells, table.columns, area));
  });
  return tagged('Table', [
    ...tagged('TR', [header]),
    ...withoutOrphans(rows).flatMap((row) =>
      row.map((slice, index) => ({ ...slice, repeat: index === 0 ? repeat : repeatWithin })),
    ),
  ]);
}

/** The columns side by side, each without the space between it and the next. */
function placedColumns(table: BlockOf<'table'>, area: Column, fonts: PdfFonts): readonly Column[] {
  const last = table.columns.length - 1;
  // The outer columns stand flush with the text above and below.
  const before = (index: number) => (index === 0 ? 0 : CELL_PADDING_X);
  const after = (index: number) => (index === last ? 0 : CELL_PADDING_X);
  let x = area.x;
  return widthsOf(table, area, fonts).map((width, index) => {
    const inner = { x: x + before(index), width: width - before(index) - after(index) };
    x += width;
    return inner;
  });
}

function widthsOf({ columns, rows }: BlockOf<'table'>, area: Column, fonts: PdfFonts): readonly number[] {
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  const given = columns.map(({ weight }) => (area.width * weight) / total);
  const needs = columns.map((column, index) => {
    const cells = rows.map((row) => ({ cell: row[index] ?? { text: '' }, style: STYLES.cell }));
    const need = columnNeed([{ cell: { text: column.title }, style: STYLES.cellHead }, ...cells], fonts);
    const padding = CELL_PADDING_X * (index === 0 || index === columns.length - 1 ? 1 : 2);
    return { least: need.least + padding, cells: need.cells.map((width) => width + padding) };
  });
  return columnWidths(needs, given);
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

function lineCount(cells: readonly SetCell[]): number {
  return Math.max(1, ...cells.map((cell) => cell.lines.length));
}
