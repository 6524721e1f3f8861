import type { RecordBadge } from '#shared/record/model.ts';
import type { Canvas } from './canvas.ts';
import type { PdfFonts } from './fonts.ts';
import { fitLine } from './text.ts';
import { STYLES, type TextStyle, TONES } from './theme.ts';

const SIDE_PADDING = 5;
const BADGE_HEIGHT = 12;

/** Width of a badge in points. */
export function badgeWidth(badge: RecordBadge, fonts: PdfFonts): number {
  return fitLine(badge.text, STYLES.badge, Number.POSITIVE_INFINITY, fonts).width + 2 * SIDE_PADDING;
}

/** The style for a badge that is longer than a line: it keeps its colour and every word, and loses its frame. */
export function frameless({ tone }: RecordBadge): TextStyle {
  return { ...STYLES.badge, colour: TONES[tone].ink };
}

/** Draws a badge on the baseline `y`, beside text, and returns its width. */
export function drawBadge(canvas: Canvas, x: number, y: number, badge: RecordBadge, limit: number): number {
  const tone = TONES[badge.tone];
  const style = { ...STYLES.badge, colour: tone.ink };
  const line = fitLine(badge.text, style, limit - 2 * SIDE_PADDING, canvas.fonts);
  const width = line.width + 2 * SIDE_PADDING;
  canvas.box(x, y - BADGE_HEIGHT * 0.73, width, BADGE_HEIGHT, { fill: tone.soft, stroke: tone.ink, radius: 3 });
  canvas.line(x + SIDE_PADDING, y, line, style);
  return width;
}
