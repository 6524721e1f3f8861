import { assertNever } from '#shared/base/assert-never.ts';
import type { HandoutBlock, HandoutGrid } from '#shared/handout/model.ts';
import { blockSlices, type OnHeading } from './blocks.ts';
import { baseline, type Canvas } from './canvas.ts';
import type { Column } from './column.ts';
import { keepNext, type Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { lineSlices, paragraphSlices } from './paragraph.ts';
import { Tag } from './tag.ts';
import { tagged } from './tagged.ts';
import { type Line, wrap } from './text.ts';
import { CONTENT_WIDTH, HAIRLINE, MUTED, PAGE, SECONDARY, STYLES } from './theme.ts';

const WIDE: Column = { x: PAGE.left, width: CONTENT_WIDTH };
/** From one line to write on to the next: as much as handwriting needs, in points. */
const PEN_LINE = 21;
const GUTTER = 12;
const CELL_PADDING = 4;

/** One block of a handout as strips for the page. */
export function handoutSlices(
  block: HandoutBlock,
  fonts: PdfFonts,
  onHeading: OnHeading,
  isInPart: boolean,
): readonly Slice[] {
  switch (block.kind) {
    case 'write':
      return writeSlices(block.label, block.lines, fonts);
    case 'write-row':
      return writeRowSlices(block.labels, block.weights, fonts);
    case 'choose':
      return chooseSlices(block, fonts);
    case 'grid':
      return gridSlices(block, fonts);
    case 'heading':
    case 'paragraph':
    case 'fields':
    case 'list':
    case 'table':
    case 'callout':
    case 'checks':
      return blockSlices(block, fonts, onHeading, isInPart);
    default:
      return assertNever(block);
  }
}

/** The label, then lines for a pen. */
function writeSlices(label: string, lines: number, fonts: PdfFonts): readonly Slice[] {
  const named = label === '' ? [] : paragraphSlices(label, STYLES.label, WIDE, 6, fonts);
  const ruled = Array.from({ length: lines }, (_, index) =>
    ruledSlice([WIDE], index === 0 && label === '' ? 2 : 0, index === 0 && lines > 1),
  );
  return [...keepNext(named), ...ruled];
}

/** Labels beside each other, below the line that each is for, as forms have them. */
function writeRowSlices(labels: readonly string[], weights: readonly number[], fonts: PdfFonts): readonly Slice[] {
  const columns = parted(weights, GUTTER);
  const set = labels.map((label, index) => wrap(label, STYLES.label, columns[index]?.width ?? 0, fonts));
  const tags = labels.map(() => new Tag('P'));
  const count = Math.max(1, ...set.map((lines) => lines.length));
  const named: Slice = {
    height: count * STYLES.label.leading,
    gap: 6,
    keep: true,
    draw: (canvas, y) => drawTexts(canvas, y, set, columns, tags, STYLES.label),
  };
  return [named, ruledSlice(columns, 0, false)];
}

function ruledSlice(columns: readonly Column[], gap: number, keep: boolean): Slice {
  return {
    height: PEN_LINE,
    gap,
    keep,
    draw: (canvas, y) => {
      for (const { x, width } of columns) canvas.rule(x, y + PEN_LINE - 2, width, MUTED, 0.5);
    },
  };
}

/** The answers in a line, each behind a box, or far enough apart to be circled. */
function chooseSlices(
  { among, by }: Extract<HandoutBlock, { readonly kind: 'choose' }>,
  fonts: PdfFonts,
): readonly Slice[] {
  const style = { ...STYLES.body, leading: 16 };
  // No-break spaces, so that a box never stands at the end of a line without its answer.
  const space = (count: number) => `${'\u00a0'.repeat(count)} `;
  const text = among
    .map(({ label, choices }) => {
      const answers = choices.map((choice) => (by === 'tick' ? `☐ ${choice}` : choice).replaceAll(' ', '\u00a0'));
      return `${label === '' ? '' : `${label}:${space(2)}`}${answers.join(space(by === 'tick' ? 2 : 5))}`;
    })
    .join(space(12));
  return tagged('P', lineSlices(wrap(text, style, WIDE.width, fonts), style, WIDE, 4));
}

/** A table with room for handwriting; its rows are in one piece, its head again on each page. */
function gridSlices({ columns, rows, isNamed }: HandoutGrid, fonts: PdfFonts): readonly Slice[] {
  const places = parted(
    columns.map(({ weight }) => weight),
    0,
  );
  const setRow = (texts: readonly string[], style: typeof STYLES.cell | typeof STYLES.cellHead) =>
    texts.map((text, index) => wrap(text === '' ? '\u00a0' : text, style, innerWidth(places[index]), fonts));
  const titles = setRow(
    columns.map(({ title }) => title),
    STYLES.cellHead,
  );
  const headHeight = tallest(titles) * STYLES.cellHead.leading + 2 * CELL_PADDING;
  const headSlice = (as: readonly (Tag | 'repeated')[]): Slice => ({
    height: headHeight,
    gap: 8,
    keep: true,
    draw: (canvas, y) => {
      drawTexts(canvas, y + CELL_PADDING, titles, places.map(inner), as, STYLES.cellHead);
      canvas.rule(WIDE.x, y + headHeight, WIDE.width, SECONDARY, 0.8);
    },
  });
  const repeat = [headSlice(columns.map(() => 'repeated'))];
  const body = rows.map((row) => {
    const set = setRow(row, STYLES.cell);
    const height = Math.max(PEN_LINE + 1, tallest(set) * STYLES.cell.leading + 2 * CELL_PADDING);
    const tags = row.map((_, index) => (index === 0 && isNamed ? new Tag('TH', { scope: 'Row' }) : new Tag('TD')));
    return tagged('TR', [
      {
        height,
        gap: 0,
        keep: false,
        repeat,
        draw: (canvas, y) => {
          drawTexts(canvas, y + CELL_PADDING + 1, set, places.map(inner), tags, STYLES.cell);
          canvas.rule(WIDE.x, y + height, WIDE.width, MUTED, 0.5);
          for (const { x } of places.slice(1))
            canvas.path(
              [
                [x, y],
                [x, y + height],
              ],
              0.4,
              HAIRLINE,
            );
        },
      },
    ]);
  });
  return tagged('Table', [...tagged('TR', [headSlice(columns.map(() => new Tag('TH')))]), ...body.flat()]);
}

function drawTexts(
  canvas: Canvas,
  y: number,
  set: readonly (readonly Line[])[],
  columns: readonly Column[],
  tags: readonly (Tag | 'repeated')[],
  style: (typeof STYLES)['cell' | 'cellHead' | 'label'],
): void {
  set.forEach((lines, index) => {
    const column = columns[index];
    const tag = tags[index];
    if (!column || !tag) return;
    canvas.within(tag, () => {
      lines.forEach((line, at) => {
        canvas.lineIn(column, y + at * style.leading + baseline(style), line, style);
      });
    });
  });
}

/** The width of the page shared out by weights, with a gutter between the parts. */
function parted(weights: readonly number[], gutter: number): readonly Column[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const room = WIDE.width - gutter * (weights.length - 1);
  let { x } = WIDE;
  return weights.map((weight) => {
    const width = (room * weight) / total;
    const column = { x, width };
    x += width + gutter;
    return column;
  });
}

function inner({ x, width }: Column): Column {
  return { x: x + CELL_PADDING, width: width - 2 * CELL_PADDING };
}

function innerWidth(column: Column | undefined): number {
  return column ? inner(column).width : 0;
}

function tallest(set: readonly (readonly Line[])[]): number {
  return Math.max(1, ...set.map((lines) => lines.length));
}
