import { isBlank } from '#shared/base/limits.ts';
import { NOT_FILLED_IN, type RecordBadge, type RecordField } from '#shared/record/model.ts';
import { badgeWidth, drawBadge, frameless } from './badge.ts';
import { baseline } from './canvas.ts';
import { type Column, huggingColumn } from './column.ts';
import { type Slice, withoutOrphans } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { staysTogether } from './paragraph.ts';
import { tagged } from './tagged.ts';
import { wrap } from './text.ts';
import { SECONDARY, STYLES, type TextStyle } from './theme.ts';

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
  return withoutOrphans(
    rows.map((row, index) => tagged('P', rowSlices(row, area, index === 0 ? gap : spacing.row, spacing, fonts))),
  ).flat();
}

function rowSlices(
  row: RecordField,
  area: Column,
  gap: number,
  { label: labelWidth, style: filled }: Spacing,
  fonts: PdfFonts,
): readonly Slice[] {
  const labelColumn = { x: area.x, width: labelWidth - 10 };
  const column = { x: area.x + labelWidth, width: area.width - labelWidth };
  const labels = wrap(row.label, STYLES.label, labelColumn.width, fonts);
  const labelled = huggingColumn(labels, labelColumn);
  const { badge, text, style } = setValue(row, filled, column.width, fonts);
  const lines = wrap(text, style, column.width, fonts);
  const valued = huggingColumn(lines, column);
  const count = Math.max(1, labels.length, lines.length);
  return Array.from({ length: count }, (_, index) => ({
    height: filled.leading,
    gap: index === 0 ? gap : 0,
    // All lines of the label are drawn with the first slice, so they need room on this page.
    keep: staysTogether(index, count) || index < labels.length - 1,
    draw: (canvas, y) => {
      const base = y + baseline(filled);
      // The whole label before the value, for programs that copy text in the order of the file.
      for (const [at, line] of index === 0 ? labels.entries() : []) {
        canvas.lineIn(labelled, base + at * filled.leading, line, STYLES.label);
      }
      const line = lines[index];
      if (line) canvas.lineIn(valued, base, line, style);
      if (badge && index === 0) drawBadge(canvas, column.x, base, badge, column.width);
    },
  }));
}

/** How a value is set: a state as a badge if it fits into one, anything else as text. */
function setValue(
  { text, tone }: RecordField,
  style: TextStyle,
  width: number,
  fonts: PdfFonts,
): { readonly badge: RecordBadge | null; readonly text: string; readonly style: TextStyle } {
  if (isBlank(text)) return { badge: null, text: NOT_FILLED_IN, style: { ...style, colour: SECONDARY } };
  if (tone === undefined) return { badge: null, text, style };
  const badge = { text, tone };
  if (badgeWidth(badge, fonts) <= width) return { badge, text: '', style };
  return { badge: null, text, style: frameless(badge) };
}
