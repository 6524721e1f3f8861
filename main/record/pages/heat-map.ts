import { type ExposureLevel, exposureLevel } from '#shared/kinds/risks/risks.ts';
import { EXPOSURE_WORDS } from '#shared/kinds/risks/words.ts';
import type { BlockOf, HeatMap } from '#shared/record/model.ts';
import type { Canvas } from './canvas.ts';
import type { Column } from './column.ts';
import type { Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { paragraphSlices } from './paragraph.ts';
import { Tag } from './tag.ts';
import { tagged } from './tagged.ts';
import { fitLine } from './text.ts';
import { HEAT, INK, PAPER, SECONDARY, STYLES } from './theme.ts';

const STEPS = [1, 2, 3, 4, 5] as const;
const LEVELS = ['low', 'moderate', 'high', 'critical'] as const satisfies readonly ExposureLevel[];
const AXIS_WIDTH = 26;
const ROW_HEIGHT = 26;
const TITLE_HEIGHT = 17;
const FOOT_HEIGHT = 14;
const MAP_GAP = 26;
const NUMBER_STYLE = { ...STYLES.cellHead, colour: INK, size: 7.6, leading: 8 };
/** Rows of risk numbers that a cell has room for. */
const NUMBER_ROWS = 3;

/** The maps side by side, with the words for the steps of both axes below. */
export function heatMapSlices(block: BlockOf<'heat-maps'>, area: Column, gap: number, fonts: PdfFonts): Slice[] {
  const width = (area.width - MAP_GAP) / 2;
  const words = (name: string, list: readonly string[]) =>
    `${name}: ${list.map((word, index) => `${index + 1} ${word}`).join(' · ')}`;
  return [
    {
      height: TITLE_HEIGHT + 5 * ROW_HEIGHT + FOOT_HEIGHT,
      gap,
      keep: true,
      draw: (canvas, y) => {
        block.maps.forEach((map, index) => {
          canvas.within(new Tag('Figure', { alt: inWords(map) }), () =>
            drawMap(canvas, area.x + index * (width + MAP_GAP), y, width, map),
          );
        });
      },
    },
    ...legendSlices(area),
    ...paragraphSlices(words('Likelihood', block.likelihoodWords), STYLES.small, area, 3, fonts),
    ...paragraphSlices(words('Impact', block.impactWords), STYLES.small, area, 0, fonts),
  ];
}

/** The legend: what each ground means, in one line. */
function legendSlices(area: Column): readonly Slice[] {
  return tagged('P', [
    {
      height: 12,
      gap: 2,
      keep: 'gently',
      draw: (canvas, y) => {
        let x = area.x + canvas.text(area.x, y + 9, 'Exposure:', STYLES.small) + 8;
        for (const level of LEVELS) {
          canvas.box(x, y + 2, 10, 8, { fill: HEAT[level], stroke: SECONDARY });
          x += 14 + canvas.text(x + 14, y + 9, `${EXPOSURE_WORDS[level]} ${spanOf(level)}`, STYLES.small) + 14;
        }
      },
    },
  ]);
}

/** The exposures of a level, as in “5 to 9”. */
function spanOf(level: ExposureLevel): string {
  const values = Array.from({ length: 25 }, (_, index) => index + 1).filter((value) => exposureLevel(value) === level);
  return `${values[0]} to ${values.at(-1)}`;
}

/** The map in words, for screen readers. */
function inWords({ title, marks }: HeatMap): string {
  const places = marks.map(
    ({ likelihood, impact, numbers }) => `risk ${numbers.join(', ')} at likelihood ${likelihood}, impact ${impact}`,
  );
  return `Heat map, ${title}: ${places.length > 0 ? places.join('; ') : 'no risk is rated'}.`;
}

function drawMap(canvas: Canvas, x: number, y: number, width: number, map: HeatMap): void {
  const cell = (width - AXIS_WIDTH) / 5;
  const axes = canvas.textEnd(x + width, y + 11, '↑ Likelihood, → Impact', STYLES.small);
  canvas.text(x + AXIS_WIDTH, y + 11, map.title, STYLES.strong, width - AXIS_WIDTH - axes - 8);
  for (const [row, likelihood] of [...STEPS].reverse().entries()) {
    const top = y + TITLE_HEIGHT + row * ROW_HEIGHT;
    canvas.textEnd(x + AXIS_WIDTH - 6, top + ROW_HEIGHT / 2 + 3, String(likelihood), STYLES.small);
    for (const impact of STEPS) {
      const found = map.marks.find((mark) => mark.likelihood === likelihood && mark.impact === impact);
      const place = { x: x + AXIS_WIDTH + (impact - 1) * cell, y: top, width: cell };
      drawCell(canvas, place, likelihood * impact, found?.numbers ?? []);
    }
  }
  const foot = y + TITLE_HEIGHT + 5 * ROW_HEIGHT;
  for (const impact of STEPS) {
    canvas.text(x + AXIS_WIDTH + (impact - 0.5) * cell - 2, foot + 10, String(impact), STYLES.small);
  }
}

function drawCell(
  canvas: Canvas,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  exposure: number,
  numbers: readonly number[],
): void {
  canvas.box(x, y, width, ROW_HEIGHT, { fill: HEAT[exposureLevel(exposure)], stroke: PAPER });
  numberLines(canvas, numbers, width - 8).forEach((text, index) => {
    canvas.text(x + 4, y + 8.5 + index * NUMBER_STYLE.leading, text, NUMBER_STYLE);
  });
}

/** Risk numbers in the rows that fit, and how many more there are. */
function numberLines(canvas: Canvas, numbers: readonly number[], width: number): readonly string[] {
  const rows: string[] = [];
  const fits = (text: string) => fitLine(text, NUMBER_STYLE, Number.POSITIVE_INFINITY, canvas.fonts).width <= width;
  for (const [index, number] of numbers.entries()) {
    const row = rows.at(-1);
    const longer = row === undefined ? '' : `${row} ${number}`;
    if (row !== undefined && fits(longer)) rows[rows.length - 1] = longer;
    else if (rows.length < NUMBER_ROWS) rows.push(String(number));
    else {
      // The last row becomes the count of all numbers that are not shown.
      const shown = row?.split(' ') ?? [];
      rows[rows.length - 1] = `+${numbers.length - index + shown.length}`;
      break;
    }
  }
  return rows;
}
