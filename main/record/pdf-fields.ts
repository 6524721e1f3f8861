import { isBlank } from '#shared/fields.ts';
import { NOT_FILLED_IN, type RecordField } from '#shared/record/model.ts';
import { drawBadge } from './pdf-badge.ts';
import { baseline } from './pdf-canvas.ts';
import type { Slice } from './pdf-flow.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { type Column, staysTogether } from './pdf-paragraph.ts';
import { tagged } from './pdf-tag.ts';
import { type TextStyle, wrap } from './pdf-text.ts';
import { SECONDARY, STYLES } from './pdf-theme.ts';

/** How labels and values are spaced, in points. */
interface Spacing {
  readonly label: number;
  readonly row: number;
  readonly style: TextStyle;
}

const SPACING: Spacing = { label: 108, row: 3, style: STYLES.body };

/** Labels with their values beside them; long values run over pages. */
export function fieldSlices(
  rows: readonly RecordField[],
  area: Column,
  gap: number,
  fonts: PdfFonts,
  spacing = SPACING,
): Slice[] {
  return rows.flatMap((row, index) =>
    tagged('P', rowSlices(row, area, index === 0 ? gap : spacing.row, spacing, fonts)),
  );
}

function rowSlices(
  row: RecordField,
  area: Column,
  gap: number,
  { label: labelWidth, style: filled }: Spacing,
  fonts: PdfFonts,
): readonly Slice[] {
  const missing = isBlank(row.text);
  const style: TextStyle = missing ? { ...filled, colour: SECONDARY } : filled;
  const labelColumn = { x: area.x, width: labelWidth - 10 };
  const column = { x: area.x + labelWidth, width: area.width - labelWidth };
  const badge = row.tone === undefined || missing ? null : { text: row.text, tone: row.tone };
  const labels = wrap(row.label, STYLES.label, labelColumn.width, fonts);
  const lines = badge ? [] : wrap(missing ? NOT_FILLED_IN : row.text, style, column.width, fonts);
  const count = Math.max(1, labels.length, lines.length);
  return Array.from({ length: count }, (_, index) => ({
    height: style.leading,
    gap: index === 0 ? gap : 0,
    keep: staysTogether(index, count),
    draw: (canvas, y) => {
      const label = labels[index];
      const line = lines[index];
      if (label) canvas.lineIn(labelColumn, y + baseline(style), label, STYLES.label);
      if (line) canvas.lineIn(column, y + baseline(style), line, style);
      if (badge && index === 0) drawBadge(canvas, column.x, y + baseline(style), badge, column.width);
    },
  }));
}
