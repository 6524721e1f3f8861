import { isBlank } from '#shared/base/limits.ts';
import type { RecordBadge, RecordSignature } from '#shared/record/model.ts';
import { badgeWidth, drawBadge } from './badge.ts';
import type { Canvas, Point } from './canvas.ts';
import { type Column, huggingColumn } from './column.ts';
import { fieldSlices } from './fields.ts';
import { keepNext, type Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { besideFirst, lineSlices } from './paragraph.ts';
import { Tag } from './tag.ts';
import { tagged } from './tagged.ts';
import { wrap } from './text.ts';
import { HAIRLINE, INK, SECONDARY, STYLES } from './theme.ts';

/** The box that strokes are drawn in, as the review stores them. */
const DRAWING_BOX = { width: 1000, height: 400 } as const;
/** Width of the strokes beside a signature in full, and in a row of the first page, in points. */
const DRAWN_WIDTH = 130;
const ROW_DRAWN_WIDTH = 60;
const SPACING = { label: 92, row: 3, style: STYLES.body };
/** Points of a stroke that are closer than this to the last one, in points of the page, are left out. */
const POINT_DISTANCE = 0.25;

/** A signature in full: who, the verdict, what it was given for and the comment; beside them the drawn strokes. */
export function signatureSlices(signature: RecordSignature, area: Column, gap: number, fonts: PdfFonts): Slice[] {
  const column = { ...area, width: area.width - DRAWN_WIDTH - 20 };
  const name = wrap(signature.name, STYLES.heading, column.width, fonts);
  const head = tagged('H3', keepNext(lineSlices(name, STYLES.heading, huggingColumn(name, column), gap)));
  const rows = [
    { label: 'Role', text: signature.role },
    { label: 'Verdict', text: signature.verdict || signature.standingText, tone: signature.tone },
    ...(signature.standing === 'unsigned'
      ? []
      : [
          { label: 'Standing', text: signature.standingText },
          { label: 'Signed', text: signature.signedAt },
          { label: 'For content', text: signature.shortHash },
          { label: 'Signed as', text: signature.typedName },
        ]),
  ];
  const comment = isBlank(signature.comment) ? [] : [{ label: 'Comment', text: signature.comment }];
  const facts = keepNext(fieldSlices(rows, column, 3, fonts, SPACING));
  return [
    ...(signature.drawing.length > 0 ? besideFirst(head, (canvas, y) => drawBeside(canvas, area, y, signature)) : head),
    ...facts,
    ...(comment.length > 0 ? fieldSlices(comment, area, 3, fonts, SPACING) : []),
    { height: 1, gap: 8, keep: false, draw: (canvas, y) => canvas.rule(area.x, y, area.width, HAIRLINE, 0.5) },
  ];
}

/** The drawn strokes at the right of the column, above a signature line. */
function drawBeside(canvas: Canvas, area: Column, y: number, signature: RecordSignature): void {
  const x = area.x + area.width - DRAWN_WIDTH;
  const height = (DRAWN_WIDTH * DRAWING_BOX.height) / DRAWING_BOX.width;
  canvas.within(new Tag('Figure', { alt: `Drawn signature of ${signature.name}` }), () =>
    drawStrokes(canvas, x, y + 4, DRAWN_WIDTH, signature),
  );
  canvas.rule(x, y + height + 6, DRAWN_WIDTH, SECONDARY, 0.5);
}

/** Height of a signature's card on the first page, in points. */
export const CARD_HEIGHT = 64;

/** A signature at a glance, for the first page. */
export function drawCard(canvas: Canvas, { x, width }: Column, y: number, signature: RecordSignature): void {
  const text = x + 92;
  const room = width - 92;
  canvas.rule(x, y + 44, 80, SECONDARY, 0.5);
  if (signature.drawing.length > 0) {
    canvas.within(new Tag('Figure', { alt: `Drawn signature of ${signature.name}` }), () =>
      drawStrokes(canvas, x, y + 8, 80, signature),
    );
  }
  canvas.within(new Tag('P'), () => drawCardText(canvas, [x, text], y, room, signature));
}

/** Height of a signature's row on the first page, in points. */
export const ROW_HEIGHT = 28;

/** A signature in one row, for a first page with many of them: who, the verdict, when, the strokes. */
export function drawRow(canvas: Canvas, { x, width }: Column, y: number, signature: RecordSignature): void {
  const drawn = { x: x + width - ROW_DRAWN_WIDTH, width: ROW_DRAWN_WIDTH };
  canvas.within(new Tag('P'), () => {
    canvas.text(x, y + 11, signature.name, { ...STYLES.cell, weight: 'bold' }, 200);
    canvas.text(x, y + 23, signature.role, STYLES.small, 200);
    drawBadge(canvas, x + 208, y + 17, standingBadge(signature), 112);
    canvas.text(x + 326, y + 17, signedText(signature), STYLES.small, drawn.x - x - 330);
  });
  if (signature.drawing.length === 0) return;
  canvas.within(new Tag('Figure', { alt: `Drawn signature of ${signature.name}` }), () =>
    drawStrokes(canvas, drawn.x, y + 1, drawn.width, signature),
  );
}

/** A signature in half a row: who, the verdict, when. */
export function drawHalf(canvas: Canvas, { x, width }: Column, y: number, signature: RecordSignature): void {
  const badge = standingBadge(signature);
  const wide = Math.min(badgeWidth(badge, canvas.fonts), 112);
  canvas.within(new Tag('P'), () => {
    canvas.text(x, y + 11, signature.name, { ...STYLES.cell, weight: 'bold' }, width - wide - 8);
    const time = canvas.textEnd(x + width, y + 23, signedText(signature), STYLES.small);
    canvas.text(x, y + 23, signature.role, STYLES.small, width - time - 8);
    drawBadge(canvas, x + width - wide, y + 11, badge, 112);
  });
}

function drawCardText(
  canvas: Canvas,
  [x, text]: readonly [under: number, beside: number],
  y: number,
  room: number,
  signature: RecordSignature,
): void {
  canvas.text(x, y + 54, signature.typedName, STYLES.small, 84);
  canvas.text(text, y + 12, signature.name, STYLES.strong, room);
  canvas.text(text, y + 24, signature.role, STYLES.small, room);
  drawBadge(canvas, text, y + 39, standingBadge(signature), room);
  canvas.text(text, y + 54, signedText(signature), STYLES.small, room);
}

/** The badge of a signature; one that no longer counts must not look like a verdict. */
function standingBadge(signature: RecordSignature): RecordBadge {
  switch (signature.standing) {
    case 'signed':
      return { text: signature.verdict, tone: signature.tone };
    case 'unsigned':
      return { text: signature.standingText, tone: 'neutral' };
    case 'stale':
    case 'replaced':
      return { text: 'No longer counts', tone: 'warning' };
  }
}

function signedText(signature: RecordSignature): string {
  return signature.standing === 'signed'
    ? signature.signedAt
    : [signature.signedAt, signature.verdict].filter(Boolean).join(': ');
}

function drawStrokes(canvas: Canvas, x: number, y: number, width: number, signature: RecordSignature): void {
  const scale = width / DRAWING_BOX.width;
  for (const stroke of signature.drawing) {
    const points = stroke.map((point): Point => [x + (point[0] ?? 0) * scale, y + (point[1] ?? 0) * scale]);
    canvas.path(thinnedPoints(points), 1, INK);
  }
}

function thinnedPoints(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= POINT_DISTANCE) kept.push(point);
  }
  return kept;
}
