import type { RecordBadge } from '#shared/record/model.ts';
import type { Canvas } from './canvas.ts';
import type { PdfFonts } from './fonts.ts';
import { fitLine } from './text.ts';
import { STYLES, type TextStyle, TONES } from './theme.ts';

const PADDING = 5;
const HEIGHT = 12;

/** Width of a badge in points. */
export function badgeWidth(badge: RecordBadge, fonts: PdfFonts): number {
  return fitLine(badge.text, STYLES.badge, Number.POSITIVE_INFINITY, fonts).width + 2 * PADDING;
}

/** How a badge is set that is longer than a line: it keeps its colour and loses the frame, but no word. */
export function frameless({ tone }: RecordBadge): TextStyle {
  return { ...STYLES.badge, colour: TONES[tone].ink };
}

/** Draws a badge beside text whose baseline is `y`, and returns its width. */
export function drawBadge(canvas: Canvas, x: number, y: number, badge: RecordBadge, limit: number): number {
  const tone = TONES[badge.tone];
  const style = { ...STYLES.badge, colour: tone.ink };
  const line = fitLine(badge.text, style, limit - 2 * PADDING, canvas.fonts);
  const width = line.width + 2 * PADDING;
  canvas.box(x, y - HEIGHT * 0.73, width, HEIGHT, { fill: tone.soft, stroke: tone.ink, radius: 3 });
  canvas.line(x + PADDING, y, line, style);
  return width;
}
