import { isBlank } from '#shared/fields.ts';
import { NOT_FILLED_IN, type RecordField } from '#shared/record/model.ts';
import { drawBadge } from './pdf-badge.ts';
import { baseline } from './pdf-canvas.ts';
import type { Slice } from './pdf-flow.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { type Column, staysTogether } from './pdf-paragraph.ts';
import { type TextStyle, wrap } from './pdf-text.ts';
import { STYLES } from './pdf-theme.ts';

/** How labels and values are spaced, in points. */
interface Spacing {
  readonly label: number;
  readonly row: number;
}

const SPACING: Spacing = { label: 108, row: 3 };

/** Labels with their values beside them; long values run over pages. */
export function fieldSlices(
  rows: readonly RecordField[],
  area: Column,
  gap: number,
  fonts: PdfFonts,
  spacing = SPACING,
): Slice[] {
  return rows.flatMap((row, index) => rowSlices(row, area, index === 0 ? gap : spacing.row, spacing.label, fonts));
}

function rowSlices(row: RecordField, area: Column, gap: number, labelWidth: number, fonts: PdfFonts): readonly Slice[] {
  const missing = isBlank(row.text);
  const style: TextStyle = missing ? STYLES.template : STYLES.body;
  const x = area.x + labelWidth;
  const width = area.width - labelWidth;
  const badge = row.tone === undefined || missing ? null : { text: row.text, tone: row.tone };
  const labels = wrap(row.label, STYLES.label, labelWidth - 10, fonts);
  const lines = badge ? [] : wrap(missing ? NOT_FILLED_IN : row.text, style, width, fonts);
  const count = Math.max(1, labels.length, lines.length);
  return Array.from({ length: count }, (_, index) => ({
    height: style.leading,
    gap: index === 0 ? gap : 0,
    keep: staysTogether(index, count),
    draw: (canvas, y) => {
      const label = labels[index];
      const line = lines[index];
      if (label) canvas.line(area.x, y + baseline(style), label, STYLES.label);
      if (line) canvas.line(x, y + baseline(style), line, style);
      if (badge && index === 0) drawBadge(canvas, x, y + baseline(style), badge, width);
    },
  }));
}
