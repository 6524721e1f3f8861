import { baseline, type Canvas } from './canvas.ts';
import { type Column, huggingColumn, type Side } from './column.ts';
import type { Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { tagged } from './tagged.ts';
import { type Line, wrap } from './text.ts';
import { STYLES, type TextStyle } from './theme.ts';

/** A text as slices, one for each line; no line is left by itself at the foot or the top of a page. */
export function textSlices(text: string, style: TextStyle, column: Column, gap: number, fonts: PdfFonts): Slice[] {
  return lineSlices(wrap(text, style, column.width, fonts), style, column, gap);
}

/** The lines of a text as slices; none is left by itself at the foot or the top of a page. */
export function lineSlices(lines: readonly Line[], style: TextStyle, column: Column, gap: number): Slice[] {
  return lines.map((line, index) => ({
    height: style.leading,
    gap: index === 0 ? gap : 0,
    keep: staysTogether(index, lines.length),
    draw: (canvas, y) => canvas.lineIn(column, y + baseline(style), line, style),
  }));
}

/** A note below a text, on the side that the text is read from. */
export function noteSlices(
  text: string,
  column: Column,
  side: Side,
  fonts: PdfFonts,
  style: TextStyle = STYLES.small,
): Slice[] {
  const lines = wrap(text, style, column.width, fonts);
  return lineSlices(lines, style, huggingColumn(lines, column, side), 0);
}

/** A text as slices, tagged as a paragraph. */
export function paragraphSlices(...text: Parameters<typeof textSlices>): Slice[] {
  return tagged('P', textSlices(...text));
}

/** Whether line `index` of `count` has to have the next one on its page. */
export function staysTogether(index: number, count: number): boolean {
  return index < count - 1 && (count <= 3 || index === 0 || index === count - 2);
}

/** Adds something to draw to the first slice, such as a bullet or a label beside a text. */
export function besideFirst(slices: readonly Slice[], draw: (canvas: Canvas, y: number) => void): Slice[] {
  return slices.map((slice, index) =>
    index > 0
      ? slice
      : {
          ...slice,
          draw: (canvas: Canvas, y: number) => {
            draw(canvas, y);
            slice.draw(canvas, y);
          },
        },
  );
}

/** Adds something to draw behind every slice, such as the ground of a callout. */
export function behindEach(
  slices: readonly Slice[],
  draw: (canvas: Canvas, y: number, height: number, index: number) => void,
): Slice[] {
  return slices.map((slice, index) => ({
    ...slice,
    draw: (canvas: Canvas, y: number) => {
      draw(canvas, y, slice.height, index);
      slice.draw(canvas, y);
    },
  }));
}
