import type { RecordModel, RecordSection } from '#shared/record/model.ts';
import { baseline, Canvas } from './canvas.ts';
import type { Column } from './column.ts';
import { keepNext, type Place, type Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { textSlices } from './paragraph.ts';
import { type Artifact, Tag } from './tag.ts';
import { tagged } from './tagged.ts';
import { CONTENT_WIDTH, HAIRLINE, PAGE, STYLES, TONES } from './theme.ts';

const WHOLE: Column = { x: PAGE.left, width: CONTENT_WIDTH };
const COLUMNS = 2;
const GUTTER = 24;
const COLUMN_WIDTH = (CONTENT_WIDTH - (COLUMNS - 1) * GUTTER) / COLUMNS;
const ROW_HEIGHT = 14;
const NUMBER_WIDTH = 20;
const PAGE_NUMBER_WIDTH = 22;

/** A line of the contents, and where its page number is to be added. */
export interface ContentsEntry {
  readonly section: number;
  readonly canvas: Canvas;
  readonly area: Column;
  readonly y: number;
  /** The last operation of the line, behind which the number belongs, so that the text is in reading order. */
  readonly after: Canvas['ops'][number] | undefined;
  /** The part of the document that it is. */
  readonly tag: Tag | Artifact;
}

/** The list of sections in two columns; `fillContents` adds the page numbers once the pages are laid out. */
export function contentsSlices(
  record: RecordModel,
  fonts: PdfFonts,
  onEntry: (entry: ContentsEntry) => void,
): readonly Slice[] {
  const rows = Math.ceil(record.sections.length / COLUMNS);
  // Column by column, as it is read.
  const list: Slice = {
    height: rows * ROW_HEIGHT,
    gap: 4,
    keep: false,
    draw: (canvas, y) => {
      record.sections.forEach((section, index) => {
        const column = Math.floor(index / rows);
        const area = { x: PAGE.left + column * (COLUMN_WIDTH + GUTTER), width: COLUMN_WIDTH };
        const top = y + (index % rows) * ROW_HEIGHT;
        canvas.within(new Tag('TOCI'), () =>
          canvas.within(new Tag('Link'), () => {
            drawEntry(canvas, area, top, section);
            onEntry({ section: index, canvas, area, y: top, after: canvas.ops.at(-1), tag: canvas.tag });
          }),
        );
      });
    },
  };
  return [
    ...tagged('H2', keepNext(textSlices('Contents', STYLES.section, WHOLE, 22, fonts))),
    ...tagged('TOC', [list]),
  ];
}

function drawEntry(canvas: Canvas, { x, width }: Column, y: number, section: RecordSection): void {
  const base = y + baseline({ ...STYLES.cell, leading: ROW_HEIGHT });
  const open = section.openPoints > 0 ? `${section.openPoints} open` : '';
  const room = width - NUMBER_WIDTH - PAGE_NUMBER_WIDTH - (open === '' ? 0 : 40);
  canvas.rule(x, y + ROW_HEIGHT, width, HAIRLINE, 0.4);
  canvas.text(x, base, section.number, STYLES.label);
  const title = canvas.text(x + NUMBER_WIDTH, base, section.title, STYLES.cell, room);
  if (open !== '') canvas.text(x + NUMBER_WIDTH + title + 6, base, open, { ...STYLES.small, colour: TONES.open.ink });
}

/** Adds page numbers and links to the contents; `placeOf` knows where a section landed. */
export function fillContents(entries: readonly ContentsEntry[], placeOf: (section: number) => Place | undefined): void {
  for (const { section, canvas, area, y, after, tag } of entries) {
    const place = placeOf(section);
    if (!place) continue;
    const base = y + baseline({ ...STYLES.cell, leading: ROW_HEIGHT });
    const number = new Canvas(canvas.fonts);
    number.within(tag, () => {
      number.textEnd(area.x + area.width, base, String(place.page), STYLES.cell);
      number.link(area.x, y, area.width, ROW_HEIGHT, place);
    });
    canvas.ops.splice(after ? canvas.ops.indexOf(after) + 1 : canvas.ops.length, 0, ...number.ops);
  }
}
