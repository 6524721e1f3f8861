import type { RecordBadge, RecordSignature } from '#shared/record/model.ts';
import { drawBadge } from './pdf-badge.ts';
import { baseline, type Canvas, type Point } from './pdf-canvas.ts';
import { fieldSlices } from './pdf-fields.ts';
import { keepNext, type Slice } from './pdf-flow.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { type Column, textSlices } from './pdf-paragraph.ts';
import { Tag, tagged } from './pdf-tag.ts';
import { HAIRLINE, INK, SECONDARY, STYLES } from './pdf-theme.ts';

/** The box that strokes are drawn in, as the review stores them. */
const BOX = { width: 1000, height: 400 } as const;
/** Points closer than this, in points of the page, add nothing to a stroke. */
const FINEST = 0.25;

/** A signature in full: who, the verdict, what it was given for, the comment and the drawn strokes. */
export function signatureSlices(signature: RecordSignature, area: Column, gap: number, fonts: PdfFonts): Slice[] {
  const name = textSlices(signature.name, STYLES.heading, { ...area, width: area.width - 150 }, gap, fonts);
  const head = tagged('H3', keepNext(name));
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
  const comment = signature.comment.trim() === '' ? [] : [{ label: 'Comment', text: signature.comment }];
  const drawing =
    signature.drawing.length > 0
      ? tagged('Figure', [drawingSlice(signature, area)], `Drawn signature of ${signature.name}`)
      : [];
  return [
    ...head,
    ...keepNext(fieldSlices(rows, area, 3, fonts)),
    ...keepNext(drawing),
    ...(comment.length > 0 ? fieldSlices(comment, area, 3, fonts) : []),
    { height: 1, gap: 8, keep: false, draw: (canvas, y) => canvas.rule(area.x, y, area.width, HAIRLINE) },
  ];
}

/** Height of a signature's card on the first page, in points. */
export const CARD_HEIGHT = 62;

/** A signature at a glance, for the first page. */
export function drawCard(canvas: Canvas, x: number, y: number, width: number, signature: RecordSignature): void {
  const text = x + 92;
  const room = width - 92;
  canvas.rule(x, y + 44, 80, SECONDARY, 0.5);
  if (signature.drawing.length > 0) {
    canvas.within(new Tag('Figure', `Drawn signature of ${signature.name}`), () =>
      drawStrokes(canvas, x, y + 8, 80, signature),
    );
  }
  canvas.within(new Tag('P'), () => drawCardText(canvas, [x, text], y, room, signature));
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
  canvas.text(text, y + 54, when(signature), STYLES.small, room);
}

/** What the signature means now; one that no longer counts must not look like a verdict. */
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

function when(signature: RecordSignature): string {
  return signature.standing === 'signed'
    ? signature.signedAt
    : [signature.signedAt, signature.verdict].filter(Boolean).join(': ');
}

function drawingSlice(signature: RecordSignature, area: Column): Slice {
  const width = 160;
  const height = (width * BOX.height) / BOX.width;
  return {
    height: height + 4,
    gap: 4,
    keep: true,
    draw: (canvas, y) => {
      canvas.text(area.x, y + baseline(STYLES.body), 'Drawn', STYLES.label);
      drawStrokes(canvas, area.x + 108, y, width, signature);
      canvas.rule(area.x + 108, y + height + 2, width, HAIRLINE, 0.5);
    },
  };
}

function drawStrokes(canvas: Canvas, x: number, y: number, width: number, signature: RecordSignature): void {
  const scale = width / BOX.width;
  for (const stroke of signature.drawing) {
    const points = stroke.map((point): Point => [x + (point[0] ?? 0) * scale, y + (point[1] ?? 0) * scale]);
    canvas.path(thinned(points), 1, INK);
  }
}

function thinned(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= FINEST) kept.push(point);
  }
  return kept;
}
