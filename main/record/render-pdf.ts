import { setImmediate } from 'node:timers/promises';
import type { Packing } from '#main/pdf/deflate.ts';
import type { Paper } from '#shared/contract/contract.ts';
import type { RecordLength, RecordModel } from '#shared/record/model.ts';
import { PDF_CREATOR } from './pages/creator.ts';
import { drawPage } from './pages/draw.ts';
import { FontUse } from './pages/embed.ts';
import type { PdfFonts } from './pages/fonts.ts';
import { type Layout, layOut } from './pages/layout.ts';
import { outlinePart } from './pages/outline.ts';
import { Structure } from './pages/structure.ts';
import { SHEETS, type Sheet } from './pages/theme.ts';
import { visibleText } from './words/visible.ts';
import { type DocumentProperties, PdfWriter } from './writer/pdf-writer.ts';

export interface PdfOptions {
  /** Size of the paper; A4 by default. */
  readonly paper?: Paper;
  readonly packing?: Packing | undefined;
  /** Called before each page is drawn, with its number from 1 and the number of pages; may throw to end the rendering. */
  readonly onPage?: ((page: number, of: number) => void) | undefined;
}

/** Pages drawn before other work gets a turn. */
const PAGES_AT_A_TIME = 2;

/** Pages that are laid out, and what their file says of itself. */
interface Printable {
  readonly layout: Layout;
  readonly sheet: Sheet;
  readonly language: string;
  /** See `PdfSetup`. */
  readonly id: string;
  readonly createdAt: string;
  readonly properties: Pick<DocumentProperties, 'title' | 'author' | 'subject'>;
}

/**
 * A decision record as PDF. The same record gives the same bytes: the file's id comes from the content
 * hash and its date from the last save, never from the clock.
 */
export async function renderPdf(
  record: RecordModel,
  fonts: PdfFonts,
  { paper = 'a4', packing, onPage }: PdfOptions = {},
): Promise<Uint8Array> {
  const sheet = SHEETS[paper];
  return writePages(
    {
      layout: await layOut(record, await fonts.forText(JSON.stringify(record)), sheet),
      sheet,
      language: record.language,
      id: record.contentSha256.slice(0, 32),
      createdAt: record.savedAt,
      properties: {
        title: record.title,
        author: record.decision.decisionMakers.join('; ') || record.facilitator || 'Groundwork',
        subject: `${SUBJECTS[record.length]}, ${record.edition.name}, ${record.shortHash}`,
      },
    },
    { packing, onPage },
  );
}

/** Draws pages that are laid out into a file; lets other work run in between. */
export async function writePages(
  { layout, sheet, language, id, createdAt, properties: { title, author, subject } }: Printable,
  { packing, onPage }: Pick<PdfOptions, 'packing' | 'onPage'> = {},
): Promise<Uint8Array> {
  const writer = new PdfWriter({
    width: sheet.width,
    height: sheet.height,
    id,
    createdAt,
    packing,
    properties: {
      title: propertyText(title),
      author: propertyText(author),
      subject: propertyText(subject),
      creator: PDF_CREATOR,
    },
  });
  const drawing = { writer, sheet, fonts: new FontUse(), structure: new Structure({ sheet, language }) };
  for (const [index, canvas] of layout.pages.entries()) {
    onPage?.(index + 1, layout.pages.length);
    writer.beginPage();
    drawPage(drawing, canvas, index + 1);
    if (index % PAGES_AT_A_TIME === PAGES_AT_A_TIME - 1) await setImmediate();
  }
  const outline = outlinePart(layout.bookmarks, language, sheet);
  return writer.finish(await drawing.fonts.cutDown(), [drawing.structure, outline]);
}

/** What a record calls itself in its properties, by its length; the verifier tells by it how much to print again. */
export const SUBJECTS: Readonly<Record<RecordLength, string>> = {
  full: 'Decision record',
  short: 'Short decision record',
};

/** Most characters of a property: more do not fit into the title bar of a window. */
const PROPERTY_LENGTH = 250;

function propertyText(text: string): string {
  return [...visibleText(text)].slice(0, PROPERTY_LENGTH).join('');
}
