import type { RecordModel } from '#shared/record/model.ts';
import { stateBadge } from '#shared/record/state-badge.ts';
import type { Canvas, Point } from './canvas.ts';
import { ACCENT, CONTENT_WIDTH, HAIRLINE, PAGE, type Sheet, STYLES, TONES, WATERMARK } from './theme.ts';

/** What stands above and below the text of every page. */
export function drawFrame(canvas: Canvas, record: RecordModel, sheet: Sheet, page: number, pages: number): void {
  canvas.within('header', () => drawHead(canvas, record));
  canvas.within('footer', () => drawFoot(canvas, record, sheet, page, pages));
}

function drawHead(canvas: Canvas, record: RecordModel): void {
  const head = 42;
  const state = stateBadge(record);
  const right = canvas.textEnd(PAGE.right, head, state.text, {
    ...STYLES.running,
    weight: 'bold',
    colour: TONES[state.tone].ink,
  });
  const kind = canvas.text(PAGE.left, head, 'Decision record', { ...STYLES.running, weight: 'bold', colour: ACCENT });
  const template = PAGE.left + kind + 8;
  canvas.text(template, head, record.templateTitle, STYLES.running, PAGE.right - right - 16 - template);
  canvas.rule(PAGE.left, head + 7, CONTENT_WIDTH, HAIRLINE, 0.5);
}

function drawFoot(canvas: Canvas, record: RecordModel, sheet: Sheet, page: number, pages: number): void {
  const foot = sheet.bottom + 20;
  canvas.rule(PAGE.left, foot - 12, CONTENT_WIDTH, HAIRLINE, 0.5);
  const count = canvas.textEnd(PAGE.right, foot, `Page ${page} of ${pages}`, STYLES.running);
  canvas.text(PAGE.left, foot, record.title, STYLES.running, CONTENT_WIDTH - count - 24);
  const hash = `${record.edition.name}, document ${record.shortHash}, SHA-256 ${record.contentSha256}`;
  canvas.text(PAGE.left, foot + 11, hash, STYLES.tiny, CONTENT_WIDTH);
}

/**
 * DRAFT up the outer margin of the page, drawn as strokes and not as text: it is not copied with the text, and never runs
 * through it.
 */
export function drawWatermark(canvas: Canvas, sheet: Sheet): void {
  const size = 24;
  const width = 5 * LETTER_ADVANCE * size;
  const middle = sheet.height / 2;
  // From the bottom up, in the middle of the left margin.
  const turn = ([x, y]: Point): Point => [DRAFT_MIDDLE + y, middle - x];
  LETTER_STROKES.forEach((strokes, index) => {
    for (const stroke of strokes) {
      const points = stroke.map(([x, y]) =>
        turn([(index * LETTER_ADVANCE + x) * size - width / 2 + 0.1 * size, (y - 0.5) * size]),
      );
      canvas.path(points, 3.4, WATERMARK);
    }
  });
}

/** The middle of the letters, in points from the left edge of the column's page. */
const DRAFT_MIDDLE = PAGE.left / 2 - 2;
const LETTER_ADVANCE = 0.92;

/** Points of a half circle that bulges to the right, from top to bottom. */
function halfCircle(x: number, top: number, bottom: number, reach: number): readonly Point[] {
  const steps = 16;
  return Array.from({ length: steps + 1 }, (_, index): Point => {
    const turn = (Math.PI * index) / steps;
    return [x + reach * Math.sin(turn), (top + bottom) / 2 - ((bottom - top) / 2) * Math.cos(turn)];
  });
}

/** The letters of DRAFT as strokes, in boxes of height 1, measured from the top. */
const LETTER_STROKES: readonly (readonly (readonly Point[])[])[] = [
  [[[0, 1], [0, 0], [0.15, 0], ...halfCircle(0.2, 0, 1, 0.48), [0.15, 1], [0, 1]]],
  [
    [[0, 1], [0, 0], [0.3, 0], ...halfCircle(0.35, 0, 0.54, 0.28), [0, 0.54]],
    [
      [0.33, 0.54],
      [0.66, 1],
    ],
  ],
  [
    [
      [-0.06, 1],
      [0.34, 0],
      [0.74, 1],
    ],
    [
      [0.1, 0.66],
      [0.58, 0.66],
    ],
  ],
  [
    [
      [0, 1],
      [0, 0],
      [0.6, 0],
    ],
    [
      [0, 0.5],
      [0.48, 0.5],
    ],
  ],
  [
    [
      [-0.1, 0],
      [0.68, 0],
    ],
    [
      [0.29, 0],
      [0.29, 1],
    ],
  ],
];
