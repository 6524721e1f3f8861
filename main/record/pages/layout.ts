import { setImmediate } from 'node:timers/promises';
import type { RecordBlock, RecordLength, RecordModel, RecordSection } from '#shared/record/model.ts';
import { blockSlices } from './blocks.ts';
import { Canvas } from './canvas.ts';
import { afterSign, sideOf } from './column.ts';
import { type ContentsEntry, contentsSlices, fillContents } from './contents.ts';
import { coverSlices } from './cover.ts';
import { heightOf, keepNext, type Place, type Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { drawFrame, drawWatermark } from './frame.ts';
import { blankShare, drawPages, fillPages } from './paginate.ts';
import { lineSlices } from './paragraph.ts';
import { tagged } from './tagged.ts';
import { wrap } from './text.ts';
import { ACCENT, CONTENT_WIDTH, PAGE, SHEETS, type Sheet, STYLES } from './theme.ts';

/** An entry of the PDF's outline. */
export interface Bookmark {
  readonly title: string;
  readonly place: Place;
  readonly children: Bookmark[];
}

/** A record set into pages, not yet drawn. */
export interface Layout {
  readonly pages: readonly Canvas[];
  readonly bookmarks: readonly Bookmark[];
  /** How much of each page is blank at its foot, from 0 to 1. */
  readonly blank: readonly number[];
}

/** Sets a record into pages; lets other work run between sections. */
export async function layOut(record: RecordModel, fonts: PdfFonts, sheet: Sheet = SHEETS.a4): Promise<Layout> {
  const bookmarks: Bookmark[] = [{ title: 'Summary', place: { page: 1, y: PAGE.top }, children: [] }];
  const entries: ContentsEntry[] = [];
  const contents = hasContents(record) ? contentsSlices(record, fonts, (entry) => entries.push(entry)) : [];
  const parts = [contents];
  for (const section of record.sections) {
    parts.push(sectionSlices(section, fonts, bookmarks));
    await setImmediate();
  }
  const filled = fillPages(coverSlices(record, sheet, fonts), parts, sheet.bottom, MOST_PAGES[record.length]);
  const watermark = new Canvas(fonts);
  drawWatermark(watermark, sheet);
  const pages = drawPages(filled, fonts, (canvas) => {
    if (record.draft) canvas.within('watermark', () => canvas.stamp(watermark));
  });
  // The summary comes before the sections among the bookmarks.
  fillContents(entries, (section) => bookmarks[section + 1]?.place);
  pages.forEach((canvas, index) => {
    drawFrame(canvas, record, sheet, index + 1, pages.length);
  });
  return { pages, bookmarks, blank: filled.map((page) => blankShare(page, sheet.bottom)) };
}

/** Pages that a reader is asked for at most; a review with very much in it takes more. */
const MOST_PAGES: Readonly<Record<RecordLength, number>> = { full: 20, short: 5 };

/** Whether a record is long enough for a list of its contents. */
function hasContents({ sections }: RecordModel): boolean {
  return sections.length >= MOST_WITHOUT_CONTENTS;
}

/** Sections that are found without a list. */
const MOST_WITHOUT_CONTENTS = 7;

/** Width of the line below the title of a section, in points. */
const ACCENT_WIDTH = 28;

/** A first block of a section up to this height, in points, stays with what follows. */
const LEAD_IN_HEIGHT = 60;

/** A part up to this height, in points, is not broken across pages. */
const WHOLE_PART_HEIGHT = 130;

function sectionSlices(section: RecordSection, fonts: PdfFonts, bookmarks: Bookmark[]): readonly Slice[] {
  const bookmark = (title: string, place: Place, into: Bookmark[]) => into.push({ title, place, children: [] });
  const column = { x: PAGE.left, width: CONTENT_WIDTH };
  const named = [section.number, section.title].filter(Boolean).join('  ');
  const lines = wrap(named, STYLES.section, column.width, fonts);
  const title = tagged('H2', keepNext(lineSlices(lines, STYLES.section, column, 22)));
  const accent = afterSign(column, ACCENT_WIDTH, sideOf(lines)).sign;
  const parts: Slice[][] = [];
  for (const [index, block] of section.blocks.entries()) {
    const onHeading = (text: string, place: Place) => bookmark(text, place, bookmarks.at(-1)?.children ?? []);
    const slices = blockSlices(block, fonts, onHeading, section.blocks.slice(0, index).some(opensPart));
    // A short block by itself under the title of a section would look as if nothing followed.
    const isAlone = index === 0 && section.blocks.length > 1 && heightOf(slices) < LEAD_IN_HEIGHT;
    // The template's wording leads in to what the team wrote about it.
    const next = section.blocks[index + 1];
    const isWording = block.kind === 'paragraph' && block.voice === 'template' && next && !opensPart(next);
    const leads = isAlone || isWording;
    if (parts.length === 0 || opensPart(block)) parts.push([]);
    parts.at(-1)?.push(...(leads ? keepNext(slices) : slices));
  }
  const body = parts.flatMap(wholeIfShort);
  return tagged('Sect', [
    ...title.map((slice, index) =>
      index > 0 ? slice : { ...slice, mark: (place: Place) => bookmark(section.title, place, bookmarks) },
    ),
    { height: 5, gap: 0, keep: true, draw: (canvas, y) => canvas.rule(accent, y + 3, ACCENT_WIDTH, ACCENT, 1.6) },
    ...body,
  ]);
}

/** Whether a block begins a part of its own: what a heading of the first level names is one. */
function opensPart(block: RecordBlock): boolean {
  return (block.kind === 'heading' && block.level === 1) || block.kind === 'signature';
}

/** The slices kept in one piece if they are short. */
function wholeIfShort(slices: readonly Slice[]): readonly Slice[] {
  if (heightOf(slices) > WHOLE_PART_HEIGHT) return slices;
  return slices.map((slice, index) =>
    index === slices.length - 1 ? slice : { ...slice, keep: slice.keep || 'gently' },
  );
}
