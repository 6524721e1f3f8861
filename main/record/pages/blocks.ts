import { isBlank } from '#shared/base/limits.ts';
import type { BlockOf, RecordBadge, RecordBlock, Tone } from '#shared/record/model.ts';
import { badgeWidth, drawBadge, frameless } from './badge.ts';
import { barSlices, timelineSlices } from './bars.ts';
import { bulletSlices } from './bullet.ts';
import { baseline, type Canvas } from './canvas.ts';
import { afterSign, type Column, endOf, sideOf } from './column.ts';
import { fieldSlices } from './fields.ts';
import { keepNext, type Place, type Slice, withoutOrphans } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { heatMapSlices } from './heat-map.ts';
import { linkSlices } from './links.ts';
import { behindEach, besideFirst, lineSlices, noteSlices, paragraphSlices } from './paragraph.ts';
import { signatureSlices } from './signature.ts';
import { stageSlices } from './stages.ts';
import { tableSlices } from './table.ts';
import { Tag } from './tag.ts';
import { tagged } from './tagged.ts';
import { type Line, wrap } from './text.ts';
import { CONTENT_WIDTH, MEASURE, PAGE, STYLES, type TextStyle, TONES } from './theme.ts';

const WIDE_COLUMN: Column = { x: PAGE.left, width: CONTENT_WIDTH };
/** As far in as the text of a list, which it follows. */
const CODE_COLUMN: Column = { x: PAGE.left + 12, width: CONTENT_WIDTH - 12 };
const TEXT_COLUMN: Column = { x: PAGE.left, width: MEASURE, end: PAGE.right };

/** Called for every heading of level 1, for the bookmarks. */
export type OnHeading = (text: string, place: Place) => void;

/**
 * One block of the record as strips for the page.
 * @param isInPart whether a heading of level 1 stands above it in its section, so that one of level 2 is below that
 */
export function blockSlices(
  block: RecordBlock,
  fonts: PdfFonts,
  onHeading: OnHeading,
  isInPart: boolean,
): readonly Slice[] {
  switch (block.kind) {
    case 'heading':
      return headingSlices(block, fonts, onHeading, block.level === 2 && isInPart ? 'H4' : 'H3');
    case 'paragraph':
      return paragraphSlices(block.text, block.voice === 'team' ? STYLES.body : STYLES.template, TEXT_COLUMN, 5, fonts);
    case 'fields':
      return fieldSlices(block.rows, WIDE_COLUMN, 6, fonts);
    case 'list':
      return tagged(
        'L',
        withoutOrphans(
          block.items.map((item, index) =>
            tagged('LI', bulletSlices(item, STYLES.body, TEXT_COLUMN, index === 0 ? 5 : 2, fonts)),
          ),
        ).flat(),
      );
    case 'checks':
      return tagged(
        'L',
        withoutOrphans(
          block.items.map((item, index) => tagged('LI', checkSlices(item, index === 0 ? 5 : 3, fonts))),
        ).flat(),
      );
    case 'callout':
      return calloutSlices(block, WIDE_COLUMN, fonts);
    case 'table':
      return tableSlices(block, WIDE_COLUMN, 6, fonts);
    case 'heat-maps':
      return heatMapSlices(block, WIDE_COLUMN, 10, fonts);
    case 'bars':
      return barSlices(block, WIDE_COLUMN, 8, fonts);
    case 'timeline':
      return timelineSlices(block, WIDE_COLUMN, 8, fonts);
    case 'stages':
      return stageSlices(block, WIDE_COLUMN, 10, fonts);
    case 'code':
      return paragraphSlices(block.text, STYLES.code, CODE_COLUMN, 4, fonts);
    case 'links':
      return linkSlices(block.items, TEXT_COLUMN, 5, fonts);
    case 'signature':
      return signatureSlices(block.signature, WIDE_COLUMN, 14, fonts);
    case 'empty':
      return paragraphSlices(`— ${block.text}`, STYLES.template, TEXT_COLUMN, 5, fonts);
  }
}

function headingSlices(
  block: BlockOf<'heading'>,
  fonts: PdfFonts,
  onHeading: OnHeading,
  role: 'H3' | 'H4',
): readonly Slice[] {
  const style = block.level === 1 ? STYLES.heading : STYLES.part;
  const room = block.badges.reduce((sum, badge) => sum + badgeWidth(badge, fonts) + 6, 0);
  // A badge cannot wrap. Where the badges would leave too little room for the heading, their words go below it.
  const [beside, below] = room <= CONTENT_WIDTH / 2 ? [block.badges, []] : [[], block.badges];
  const badges = beside.length > 0 ? room : 0;
  const column = { ...WIDE_COLUMN, width: CONTENT_WIDTH - badges - 8, end: PAGE.right };
  const lines = wrap(block.text, style, column.width, fonts);
  const slices = lineSlices(lines, style, column, block.level === 1 ? 12 : 7);
  const last = slices.length - 1;
  const parts = keepNext(slices).map((slice, index) => ({
    ...slice,
    draw: (canvas: Canvas, y: number) => {
      slice.draw(canvas, y);
      if (index === last) drawBadges(canvas, column, lines.at(-1), y + baseline(style), beside);
    },
    ...(index === 0 && block.level === 1 ? { mark: (place: Place) => onHeading(block.text, place) } : {}),
  }));
  const states = below.flatMap(({ text, tone }) =>
    keepNext(paragraphSlices(text, frameless({ text, tone }), TEXT_COLUMN, 2, fonts)),
  );
  return [...tagged(role, parts), ...states];
}

/** Badges after the end of a line: to its right, or to its left where it is read from the right. */
function drawBadges(
  canvas: Canvas,
  column: Column,
  line: Line | undefined,
  y: number,
  badges: readonly RecordBadge[],
): void {
  let room = 8 + (line?.width ?? 0);
  for (const badge of badges) {
    const width = badgeWidth(badge, canvas.fonts);
    drawBadge(
      canvas,
      line?.rightToLeft ? endOf(column) - room - width : column.x + room,
      y - 0.5,
      badge,
      CONTENT_WIDTH,
    );
    room += width + 6;
  }
}

function checkSlices(item: BlockOf<'checks'>['items'][number], gap: number, fonts: PdfFonts): readonly Slice[] {
  const indent = 18;
  const lines = wrap(item.text, STYLES.body, TEXT_COLUMN.width - indent, fonts);
  const { column, sign } = afterSign(TEXT_COLUMN, indent, sideOf(lines));
  const x = sideOf(lines) === 'left' ? sign + 2 : sign + 6;
  const box = new Tag('Lbl');
  const text = tagged('P', lineSlices(lines, STYLES.body, column, gap));
  const note = isBlank(item.note) ? [] : tagged('P', noteSlices(item.note, column, sideOf(lines), fonts));
  const body = tagged('LBody', note.length === 0 ? text : [...keepNext(text), ...note]);
  return besideFirst(body, (canvas, y) =>
    canvas.within(box, () => canvas.text(x, y + baseline(STYLES.body), item.met ? '☑' : '☐', STYLES.body)),
  );
}

/** A remark on a tinted ground, with its tone as a bar at the side. */
export function calloutSlices(
  block: { readonly tone: Tone; readonly title: string; readonly text: string },
  area: Column,
  fonts: PdfFonts,
  style: TextStyle = STYLES.body,
): readonly Slice[] {
  return groundedSlices(block.tone, area, (inner) => {
    const title = isBlank(block.title)
      ? []
      : paragraphSlices(block.title, { ...STYLES.strong, colour: TONES[block.tone].ink }, inner, 0, fonts);
    const text = isBlank(block.text) ? [] : paragraphSlices(block.text, style, inner, 0, fonts);
    return [...keepNext(title), ...text];
  });
}

/** Something on a tinted ground, with its tone as a bar at the side; `bodyOf` sets it without gaps. */
export function groundedSlices(
  name: Tone,
  area: Column,
  bodyOf: (inner: Column) => readonly Slice[],
): readonly Slice[] {
  const tone = TONES[name];
  const body = bodyOf({ x: area.x + 12, width: area.width - 24 });
  const pad = (gap: number, keep: boolean): Slice => ({ height: 6, gap, keep, draw: () => {} });
  // The padding at the top and the bottom stays with the first and the last line.
  const closed = body.map((slice, index) => (index === body.length - 1 ? { ...slice, keep: true } : slice));
  return behindEach([pad(8, true), ...closed, pad(0, false)], (canvas, y, height) => {
    canvas.box(area.x, y, area.width, height, { fill: tone.soft });
    canvas.box(area.x, y, 2.5, height, { fill: tone.ink });
  });
}
