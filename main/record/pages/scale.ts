import { baseline, type Canvas } from './canvas.ts';
import type { Column } from './column.ts';
import type { Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { type Line, wrap } from './text.ts';
import { type Colour, HAIRLINE, STYLES } from './theme.ts';

// As wide as the labels of fields, so that bars and values stand on one line.
const LABEL_WIDTH = 108;
const TEXT_WIDTH = 128;
const GAP = 10;
const ROW_PADDING = 4.4;
const BAR_HEIGHT = 9;

/** A bar on a scale from 0 to 1, with its label before it and its text after it. */
export interface ScaleRow {
  readonly label: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly colour: Colour;
}

/** A part of the scale that is marked behind the bars. */
export interface ScaleBand {
  readonly from: number;
  readonly to: number;
  readonly colour: Colour;
}

/** Bars one below the other on one scale, one slice each, kept on one page. */
export function scaleSlices(
  rows: readonly ScaleRow[],
  band: ScaleBand | null,
  area: Column,
  gap: number,
  fonts: PdfFonts,
): readonly Slice[] {
  const track = { x: area.x + LABEL_WIDTH, width: area.width - LABEL_WIDTH - TEXT_WIDTH - GAP };
  return rows.map((row, index): Slice => {
    const labels = wrap(row.label, STYLES.cell, LABEL_WIDTH - GAP, fonts);
    const texts = wrap(row.text, STYLES.cell, TEXT_WIDTH, fonts);
    const height = Math.max(1, labels.length, texts.length) * STYLES.cell.leading + ROW_PADDING;
    return {
      height,
      gap: index === 0 ? gap : 0,
      keep: index < rows.length - 1,
      draw: (canvas, y) => {
        if (band) drawSpan(canvas, track, band, y, height);
        canvas.box(track.x, y, 0.5, height, { fill: HAIRLINE });
        drawSpan(canvas, track, row, y + (height - BAR_HEIGHT) / 2, BAR_HEIGHT);
        drawLines(canvas, area.x, y, height, labels);
        drawLines(canvas, track.x + track.width + GAP, y, height, texts);
      },
    };
  });
}

/** Lines of text in the middle of a row. */
function drawLines(canvas: Canvas, x: number, y: number, height: number, lines: readonly Line[]): void {
  const top = y + (height - lines.length * STYLES.cell.leading) / 2;
  lines.forEach((line, index) => {
    canvas.line(x, top + index * STYLES.cell.leading + baseline(STYLES.cell), line, STYLES.cell);
  });
}

/** At least a point and a half wide, so that a value at the edge is still seen. */
function drawSpan(
  canvas: Canvas,
  track: Column,
  { from, to, colour }: { readonly from: number; readonly to: number; readonly colour: Colour },
  y: number,
  height: number,
): void {
  const width = Math.max(1.5, Math.abs(to - from) * track.width);
  const x = Math.min(track.x + Math.min(from, to) * track.width, track.x + track.width - width);
  canvas.box(x, y, width, height, { fill: colour });
}
