import { baseline, type Canvas } from './pdf-canvas.ts';
import { afterSign, type Column, type Side, sideOf } from './pdf-column.ts';
import type { Slice } from './pdf-flow.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { besideFirst, lineSlices } from './pdf-paragraph.ts';
import { tagged } from './pdf-tag.ts';
import { type TextStyle, wrap } from './pdf-text.ts';

const BULLET = 12;

/** A text with a bullet beside its first line, at the side from which it is read. */
export function bulleted(text: string, style: TextStyle, area: Column, gap: number, fonts: PdfFonts): Slice[] {
  const lines = wrap(text, style, area.width - BULLET, fonts);
  const { column, sign } = afterSign(area, BULLET, sideOf(lines));
  return besideFirst(tagged('LBody', lineSlices(lines, style, column, gap)), (canvas, y) =>
    canvas.within(null, () => drawBullet(canvas, sign, y + baseline(style), style, sideOf(lines))),
  );
}

/** A bullet; as a shape where it stands at the right, because a program that copies would read it after the line. */
export function drawBullet(canvas: Canvas, x: number, y: number, style: TextStyle, side: Side): void {
  if (side === 'right') canvas.box(x + 4, y - style.size / 2, 3, 3, { radius: 1.5, fill: style.colour });
  else canvas.text(x + 2, y, '•', style);
}
