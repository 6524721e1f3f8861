import { setImmediate } from 'node:timers/promises';
import type { Handout, HandoutBlock, HandoutSection } from '#shared/handout/model.ts';
import type { Canvas } from './canvas.ts';
import { heightOf, keepNext, type Place, type Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { handoutSlices } from './handout-blocks.ts';
import type { Bookmark, Layout } from './layout.ts';
import { blankShare, drawPages, Filling } from './paginate.ts';
import { paragraphSlices, textSlices } from './paragraph.ts';
import { tagged } from './tagged.ts';
import { ACCENT, CONTENT_WIDTH, HAIRLINE, PAGE, type Sheet, STYLES } from './theme.ts';

/** A part up to this height, in points, is not broken across pages. */
const WHOLE_PART_HEIGHT = 240;
const COLUMN = { x: PAGE.left, width: CONTENT_WIDTH };

/** Sets a handout into pages; lets other work run between sections. */
export async function layOutHandout(handout: Handout, fonts: PdfFonts, sheet: Sheet): Promise<Layout> {
  const filling = new Filling(sheet.bottom);
  const bookmarks: Bookmark[] = [];
  const onHeading = (title: string, place: Place) => bookmarks.at(-1)?.children.push({ title, place, children: [] });
  filling.add(titleSlices(handout, fonts, (place) => bookmarks.push({ title: handout.name, place, children: [] })));
  filling.add(handout.lead.flatMap((block) => handoutSlices(block, fonts, onHeading, false)));
  for (const section of handout.front) filling.add(sectionSlices(section, fonts, [], () => undefined));
  filling.breakPage();
  for (const section of handout.sections) {
    filling.add(sectionSlices(section, fonts, bookmarks, onHeading));
    await setImmediate();
  }
  const pages = drawPages(filling.pages, fonts);
  pages.forEach((canvas, index) => {
    drawFrame(canvas, handout, sheet, `Page ${index + 1} of ${pages.length}`);
  });
  return { pages, bookmarks, blank: filling.pages.map((page) => blankShare(page, sheet.bottom)) };
}

function titleSlices({ title, subtitle }: Handout, fonts: PdfFonts, mark: (place: Place) => void): readonly Slice[] {
  const named = tagged('H1', keepNext(textSlices(title, STYLES.title, COLUMN, 0, fonts)));
  return [
    ...named.map((slice, index) => (index === 0 ? { ...slice, mark } : slice)),
    ...paragraphSlices(subtitle, STYLES.template, COLUMN, 4, fonts),
  ];
}

function sectionSlices(
  { title, aside, blocks }: HandoutSection,
  fonts: PdfFonts,
  bookmarks: Bookmark[],
  onHeading: (title: string, place: Place) => void,
): readonly Slice[] {
  const named = tagged('H2', keepNext(textSlices(title, STYLES.section, COLUMN, 20, fonts)));
  const beside = aside === '' ? [] : keepNext(paragraphSlices(aside, STYLES.strong, COLUMN, 1, fonts));
  const parts: Slice[][] = [[]];
  for (const [index, block] of blocks.entries()) {
    const isInPart = blocks.slice(0, index).some((before) => before.kind === 'heading' && before.level === 1);
    const slices = handoutSlices(block, fonts, onHeading, isInPart);
    if (block.kind === 'heading') parts.push([]);
    parts.at(-1)?.push(...(leads(block, blocks[index + 1]) ? keepNext(slices) : slices));
  }
  const body = parts.flatMap(wholeIfShort);
  return tagged('Sect', [
    ...named.map((slice, index) =>
      index > 0 ? slice : { ...slice, mark: (place: Place) => bookmarks.push({ title, place, children: [] }) },
    ),
    ...beside,
    ...body,
  ]);
}

/** The slices of a part in one piece, so that nobody has to turn the page within a question; long ones may break. */
function wholeIfShort(slices: readonly Slice[]): readonly Slice[] {
  if (heightOf(slices) > WHOLE_PART_HEIGHT) return slices;
  return [...keepNext(slices.slice(0, -1)), ...slices.slice(-1)];
}

/** Whether a block is about what follows it, and would stand by itself at the foot of a page: wording of the template, or a question. */
function leads(block: HandoutBlock, next: HandoutBlock | undefined): boolean {
  return block.kind === 'paragraph' && next !== undefined && !(next.kind === 'heading' && next.level === 1);
}

/** What stands above and below the text of every page. */
function drawFrame(canvas: Canvas, { name, title, template }: Handout, sheet: Sheet, page: string): void {
  canvas.within('header', () => {
    const kind = canvas.text(PAGE.left, 42, name, { ...STYLES.running, weight: 'bold', colour: ACCENT });
    canvas.text(PAGE.left + kind + 8, 42, template, STYLES.running, CONTENT_WIDTH - kind - 8);
    canvas.rule(PAGE.left, 49, CONTENT_WIDTH, HAIRLINE, 0.5);
  });
  canvas.within('footer', () => {
    const foot = sheet.bottom + 20;
    canvas.rule(PAGE.left, foot - 12, CONTENT_WIDTH, HAIRLINE, 0.5);
    const count = canvas.textEnd(PAGE.right, foot, page, STYLES.running);
    canvas.text(PAGE.left, foot, title, STYLES.running, CONTENT_WIDTH - count - 24);
  });
}
