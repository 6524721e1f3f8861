import { baseline, type Canvas } from './canvas.ts';
import { afterSign, type Column, type Side, sideOf } from './column.ts';
import type { Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { besideFirst, lineSlices } from './paragraph.ts';
import { tagged } from './tagged.ts';
import { wrap } from './text.ts';
import type { TextStyle } from './theme.ts';

const BULLET_ROOM = 12;

/** A text with a bullet before its first line: at the left, or at the right for text that is read from there. */
export function bulletSlices(text: string, style: TextStyle, area: Column, gap: number, fonts: PdfFonts): Slice[] {
  const lines = wrap(text, style, area.width - BULLET_ROOM, fonts);
  const { column, sign } = afterSign(area, BULLET_ROOM, sideOf(lines));
  return besideFirst(tagged('LBody', lineSlices(lines, style, column, gap)), (canvas, y) =>
    canvas.within('ornament', () => drawBullet(canvas, sign, y + baseline(style), style, sideOf(lines))),
  );
}

/** A bullet. At the right it is a shape and no letter, because programs that copy text would put it after the line. */
export function drawBullet(canvas: Canvas, x: number, y: number, style: TextStyle, side: Side): void {
  if (side === 'right') canvas.box(x + 4, y - style.size / 2, 3, 3, { radius: 1.5, fill: style.colour });
  else canvas.text(x + 2, y, '•', style);
}
