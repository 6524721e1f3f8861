import { stageInWords } from '#main/record/words/stage-words.ts';
import type { BlockOf } from '#shared/record/model.ts';
import { drawBadge } from './badge.ts';
import { baseline, type Canvas } from './canvas.ts';
import type { Column } from './column.ts';
import type { Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { tagged } from './tagged.ts';
import { fitLine, type Line, wrap } from './text.ts';
import { ACCENT, HAIRLINE, PAPER, SECONDARY, STYLES, TONES } from './theme.ts';

type Stage = BlockOf<'stages'>['stages'][number];

const STAGES_PER_ROW = 4;
const ARROW_WIDTH = 18;
const BOX_PADDING = 9;
const NAME_LINES = 2;
const BOX_HEIGHT = 92;

/** A place for one stage, in points. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The stages of a path as boxes joined by arrows, in rows where there are many. */
export function stageSlices({ stages }: BlockOf<'stages'>, area: Column, gap: number, fonts: PdfFonts): Slice[] {
  const count = Math.min(STAGES_PER_ROW, stages.length);
  const width = (area.width - (count - 1) * ARROW_WIDTH) / count;
  const rows = Array.from({ length: Math.ceil(stages.length / STAGES_PER_ROW) }, (_, row): Slice => {
    const first = row * STAGES_PER_ROW;
    return {
      height: BOX_HEIGHT,
      gap: row === 0 ? gap : 8,
      keep: first + STAGES_PER_ROW < stages.length,
      draw: (canvas, y) => {
        stages.slice(first, first + STAGES_PER_ROW).forEach((stage, index) => {
          const x = area.x + index * (width + ARROW_WIDTH);
          if (index > 0) drawArrow(canvas, x - ARROW_WIDTH + 3, y + BOX_HEIGHT / 2, ARROW_WIDTH - 6);
          drawStage(canvas, { x, y, width }, stage, first + index + 1, fonts);
        });
      },
    };
  });
  return tagged('Figure', rows, `Stages in order: ${stages.map(stageInWords).join('; ')}.`);
}

function drawStage(canvas: Canvas, { x, y, width }: Box, stage: Stage, number: number, fonts: PdfFonts): void {
  const tone = TONES[stage.state.tone];
  const inner = width - 2 * BOX_PADDING;
  canvas.box(x, y, width, BOX_HEIGHT, { fill: stage.decided ? tone.soft : PAPER, stroke: HAIRLINE, radius: 4 });
  // The stage of the decision stands out in print without colour too.
  if (stage.decided) canvas.box(x, y, width, 3, { fill: ACCENT });
  const note = stage.decided ? `Stage ${number}, of the decision` : `Stage ${number}`;
  canvas.text(x + BOX_PADDING, y + 17, note, { ...STYLES.eyebrow, colour: stage.decided ? ACCENT : SECONDARY }, inner);
  nameLines(stage.name, inner, fonts).forEach((line, index) => {
    const top = y + 20 + index * STYLES.strong.leading;
    canvas.line(x + BOX_PADDING, top + baseline(STYLES.strong), line, STYLES.strong);
  });
  drawBadge(canvas, x + BOX_PADDING, y + 62, stage.state, inner);
  if (stage.of > 0) drawCriteria(canvas, { x: x + BOX_PADDING, y: y + 70, width: inner }, stage);
}

/** A name in the lines that there is room for. */
function nameLines(name: string, width: number, fonts: PdfFonts): readonly Line[] {
  const lines = wrap(name, STYLES.strong, width, fonts);
  if (lines.length <= NAME_LINES) return lines;
  const rest = lines.slice(NAME_LINES - 1).map((line) => line.text);
  return [...lines.slice(0, NAME_LINES - 1), fitLine(rest.join(' '), STYLES.strong, width, fonts)];
}

function drawCriteria(canvas: Canvas, { x, y, width }: Box, { met, of }: Stage): void {
  canvas.box(x, y, width, 3, { fill: HAIRLINE });
  if (met > 0) canvas.box(x, y, (width * met) / of, 3, { fill: TONES.for.ink });
  canvas.text(x, y + 14, `${met} of ${of} exit criteria`, STYLES.small, width);
}

function drawArrow(canvas: Canvas, x: number, y: number, length: number): void {
  canvas.rule(x, y, length, SECONDARY, 1);
  canvas.path(
    [
      [x + length - 4, y - 3.5],
      [x + length, y],
      [x + length - 4, y + 3.5],
    ],
    1,
    SECONDARY,
  );
}
