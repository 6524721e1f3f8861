import { setImmediate } from 'node:timers/promises';
import { jsPDF } from 'jspdf';
import type { Paper } from '#shared/contract/contract.ts';
import type { RecordModel } from '#shared/record/model.ts';
import { PDF_CREATOR } from './pages/creator.ts';
import { drawPage } from './pages/draw.ts';
import { FontUse } from './pages/embed.ts';
import type { PdfFonts } from './pages/fonts.ts';
import { finishInfo, prepareInfo } from './pages/info.ts';
import { layOut } from './pages/layout.ts';
import { writeOutline } from './pages/outline.ts';
import { Structure } from './pages/structure.ts';
import { SHEETS } from './pages/theme.ts';

export interface PdfOptions {
  /** Size of the paper; A4 unless said otherwise. */
  readonly paper?: Paper;
  /** Hears of each page before it is drawn, from 1, and how many there are; may throw to end the rendering. */
  readonly onPage?: (page: number, of: number) => void;
}

/** Pages drawn before other work gets its turn. */
const PAGES_AT_A_TIME = 4;

/**
 * A decision record as PDF. The same record gives the same bytes: the file's id comes from the content
 * hash and its date from the last save, never from the clock.
 */
export async function renderPdf(
  record: RecordModel,
  fonts: PdfFonts,
  { paper = 'a4', onPage }: PdfOptions = {},
): Promise<Uint8Array> {
  const sheet = SHEETS[paper];
  const layout = await layOut(record, await fonts.forText(JSON.stringify(record)), sheet);
  const doc = new jsPDF({ unit: 'pt', format: [sheet.width, sheet.height], compress: true, floatPrecision: 2 });
  doc.setFileId(record.contentSha256.slice(0, 32).toUpperCase());
  doc.setCreationDate(pdfDate(record.savedAt));
  doc.setDisplayMode('fullwidth', 'continuous', 'UseOutlines');
  const info = prepareInfo(doc, {
    title: record.title,
    author: record.decision.decisionMakers.join('; ') || record.facilitator || 'Groundwork',
    subject: `Decision record, revision ${record.revision}, ${record.shortHash}`,
    creator: PDF_CREATOR,
  });
  const drawing = { doc, sheet, fonts: new FontUse(), structure: new Structure(doc, sheet), stamps: new Map() };
  writeOutline(doc, layout.bookmarks, record.language, sheet);
  for (const [index, canvas] of layout.pages.entries()) {
    onPage?.(index + 1, layout.pages.length);
    if (index > 0) doc.addPage();
    drawPage(drawing, canvas, index + 1);
    if (index % PAGES_AT_A_TIME === PAGES_AT_A_TIME - 1) await setImmediate();
  }
  await drawing.fonts.embed(doc);
  const bytes = withVersion(new Uint8Array(doc.output('arraybuffer')));
  finishInfo(bytes, info);
  return bytes;
}

/** Tags and embedded composite fonts are of PDF 1.7, but jsPDF always writes the header of 1.3. */
function withVersion(bytes: Uint8Array): Uint8Array {
  bytes.set(Buffer.from('%PDF-1.7'));
  return bytes;
}

/** A moment in UTC as PDF writes it. Cut from the text, so no time zone can shift it. */
function pdfDate(instant: string): string {
  return `D:${instant.replace(/\D/g, '').slice(0, 14).padEnd(14, '0')}+00'00'`;
}
