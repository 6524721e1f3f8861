import type { RecordModel } from '#shared/record/model.ts';
import { baseline, Canvas } from './canvas.ts';
import type { Column } from './column.ts';
import { keepNext, type Place, type Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { textSlices } from './paragraph.ts';
import type { Artifact, Tag } from './tag.ts';
import { tagged } from './tagged.ts';
import { CONTENT_WIDTH, HAIRLINE, PAGE, STYLES, TONES } from './theme.ts';

const CONTENTS_COLUMN: Column = { x: PAGE.left, width: CONTENT_WIDTH };
const ROW_HEIGHT = 20;

/** A line of the contents, and where its page number is to be added. */
export interface ContentsEntry {
  readonly section: number;
  readonly canvas: Canvas;
  readonly y: number;
  /** Index among the page's operations at which the number belongs, so that the text is in reading order. */
  readonly at: number;
  /** The part of the document that it is. */
  readonly tag: Tag | Artifact;
}

/** The list of sections; `fillContents` adds the page numbers once the pages are laid out. */
export function contentsSlices(
  record: RecordModel,
  fonts: PdfFonts,
  onEntry: (entry: ContentsEntry) => void,
): readonly Slice[] {
  return [
    ...tagged('H2', keepNext(textSlices('Contents', STYLES.section, CONTENTS_COLUMN, 0, fonts))),
    ...tagged(
      'TOC',
      record.sections.flatMap((section, index) =>
        tagged(
          'TOCI',
          tagged('Link', [
            {
              height: ROW_HEIGHT,
              // A little space before the appendix.
              gap: index === 0 ? 6 : section.isAppendix && record.sections[index - 1]?.isAppendix === false ? 10 : 0,
              keep: index < record.sections.length - 1,
              draw: (canvas, y) => {
                const base = y + baseline({ ...STYLES.body, leading: ROW_HEIGHT });
                canvas.text(CONTENTS_COLUMN.x, base, section.number, STYLES.label);
                const title = canvas.text(CONTENTS_COLUMN.x + 24, base, section.title, STYLES.body, 340);
                if (section.openPoints > 0) {
                  const style = { ...STYLES.small, colour: TONES.open.ink };
                  canvas.text(CONTENTS_COLUMN.x + 24 + title + 8, base, `${section.openPoints} open`, style);
                }
                canvas.rule(CONTENTS_COLUMN.x, y + ROW_HEIGHT, CONTENTS_COLUMN.width, HAIRLINE, 0.4);
                onEntry({ section: index, canvas, y, at: canvas.ops.length, tag: canvas.tag });
              },
            },
          ]),
        ),
      ),
    ),
  ];
}

/** Adds page numbers and links to the contents; `placeOf` knows where a section landed. */
export function fillContents(entries: readonly ContentsEntry[], placeOf: (section: number) => Place | undefined): void {
  // From the last to the first, so that the places of the others do not shift.
  for (const { section, canvas, y, at, tag } of entries.toReversed()) {
    const place = placeOf(section);
    if (!place) continue;
    const base = y + baseline({ ...STYLES.body, leading: ROW_HEIGHT });
    const number = new Canvas(canvas.fonts);
    number.within(tag, () => {
      number.textEnd(PAGE.right, base, String(place.page), STYLES.body);
      number.link(CONTENTS_COLUMN.x, y, CONTENTS_COLUMN.width, ROW_HEIGHT, place);
    });
    canvas.ops.splice(at, 0, ...number.ops);
  }
}
