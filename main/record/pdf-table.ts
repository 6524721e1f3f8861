import type { BlockOf, RecordCell, RecordColumn } from '#shared/record/model.ts';
import { drawBadge } from './pdf-badge.ts';
import { baseline, type Canvas, type Line, type TextStyle, wrap } from './pdf-canvas.ts';
import type { Slice } from './pdf-flow.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { type Column, staysTogether } from './pdf-paragraph.ts';
import { HAIRLINE, SECONDARY, STYLES } from './pdf-theme.ts';

const PAD_X = 6;
const PAD_Y = 4;
/** Rows up to this many lines are not broken across pages. */
const WHOLE_ROW = 12;

/** A table whose rows break between lines, with its header again at the top of every page. */
export function tableSlices(table: BlockOf<'table'>, area: Column, gap: number, fonts: PdfFonts): Slice[] {
  const columns = columnsOf(table.columns, area);
  const header = headerSlices(table.columns, columns, area, gap, fonts);
  const repeat = header.map((slice) => ({ ...slice, gap: 0 }));
  const rows = table.rows.flatMap((row) => rowSlices(row, table.columns, columns, area, fonts));
  return [...header, ...rows.map((slice) => ({ ...slice, repeat }))];
}

function columnsOf(columns: readonly RecordColumn[], area: Column): readonly Column[] {
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  let x = area.x;
  return columns.map((column) => {
    const width = (area.width * column.weight) / total;
    const placed = { x: x + PAD_X, width: width - 2 * PAD_X };
    x += width;
    return placed;
  });
}

function headerSlices(
  titles: readonly RecordColumn[],
  columns: readonly Column[],
  area: Column,
  gap: number,
  fonts: PdfFonts,
): readonly Slice[] {
  const style = STYLES.cellHead;
  const cells = titles.map((title, index) => wrap(title.title, style, columns[index]?.width ?? 0, fonts));
  const count = Math.max(1, ...cells.map((lines) => lines.length));
  const height = count * style.leading + 2 * PAD_Y;
  return [
    {
      height,
      gap,
      keep: true,
      draw: (canvas, y) => {
        for (let line = 0; line < count; line++) {
          drawLine(canvas, y + PAD_Y + line * style.leading, cells, line, titles, columns, style);
        }
        canvas.rule(area.x, y + height, area.width, SECONDARY, 0.8);
      },
    },
  ];
}

function rowSlices(
  row: readonly RecordCell[],
  titles: readonly RecordColumn[],
  columns: readonly Column[],
  area: Column,
  fonts: PdfFonts,
): readonly Slice[] {
  const style = STYLES.cell;
  const cells = row.map((cell, index) => cellLines(cell, columns[index]?.width ?? 0, fonts));
  const count = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: count }, (_, index): Slice => {
    const top = index === 0 ? PAD_Y : 0;
    const last = index === count - 1;
    const height = style.leading + top + (last ? PAD_Y : 0);
    return {
      height,
      gap: 0,
      keep: count <= WHOLE_ROW ? !last : staysTogether(index, count),
      draw: (canvas, y) => {
        drawLine(canvas, y + top, cells, index, titles, columns, style);
        if (index === 0) drawBadges(canvas, y + top + baseline(style), row, columns);
        if (last) canvas.rule(area.x, y + height, area.width, HAIRLINE, 0.5);
      },
    };
  });
}

/** A badge is drawn by itself, so its cell has no lines; an empty cell shows a dash. */
function cellLines(cell: RecordCell, width: number, fonts: PdfFonts): readonly Line[] {
  if (cell.tone !== undefined && cell.text !== '') return [];
  return wrap(cell.text.trim() === '' ? '–' : cell.text, STYLES.cell, width, fonts);
}

function drawBadges(canvas: Canvas, y: number, row: readonly RecordCell[], columns: readonly Column[]): void {
  row.forEach((cell, index) => {
    const column = columns[index];
    if (cell.tone === undefined || cell.text === '' || !column) return;
    drawBadge(canvas, column.x, y, { text: cell.text, tone: cell.tone }, column.width + PAD_X);
  });
}

function drawLine(
  canvas: Canvas,
  y: number,
  cells: readonly (readonly Line[])[],
  index: number,
  titles: readonly RecordColumn[],
  columns: readonly Column[],
  style: TextStyle,
): void {
  cells.forEach((lines, position) => {
    const line = lines[index];
    const column = columns[position];
    if (!line || !column) return;
    const end = titles[position]?.align === 'end';
    canvas.line(end ? column.x + column.width - line.width : column.x, y + baseline(style), line, style);
  });
}
