import { setImmediate } from 'node:timers/promises';
import { jsPDF } from 'jspdf';
import subsetFont from 'subset-font';
import type { RecordModel } from '#shared/record/model.ts';
import { drawPage } from './pdf-draw.ts';
import { type FontFace, type PdfFonts, registerFace } from './pdf-fonts.ts';
import { finishInfo, prepareInfo } from './pdf-info.ts';
import { type Layout, layOut } from './pdf-layout.ts';
import { writeOutline } from './pdf-outline.ts';

/** Pages drawn before other work gets its turn. */
const PAGES_AT_A_TIME = 8;

/**
 * A decision record as PDF. The same record gives the same bytes: the file's id comes from the content
 * hash and its date from the last save, never from the clock.
 */
export async function renderPdf(record: RecordModel, fonts: PdfFonts): Promise<Uint8Array> {
  const layout = await layOut(record, fonts);
  const doc = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true, floatPrecision: 2 });
  doc.setFileId(record.contentSha256.slice(0, 32).toUpperCase());
  doc.setCreationDate(pdfDate(record.savedAt));
  doc.setDisplayMode('fullwidth', 'continuous', 'UseOutlines');
  const info = prepareInfo(doc, {
    title: record.title,
    author: record.decision.decisionMakers.join('; ') || record.facilitator || 'Groundwork',
    subject: `Decision record, revision ${record.revision}, ${record.shortHash}`,
    creator: 'Groundwork',
  });
  await embedFonts(doc, layout);
  writeOutline(doc, layout.bookmarks, record.language);
  for (const [index, canvas] of layout.pages.entries()) {
    if (index > 0) doc.addPage();
    drawPage(doc, canvas);
    if (index % PAGES_AT_A_TIME === PAGES_AT_A_TIME - 1) await setImmediate();
  }
  const bytes = new Uint8Array(doc.output('arraybuffer'));
  finishInfo(bytes, info);
  return bytes;
}

/** Registers each font that the pages use, cut down to the characters that they use. */
async function embedFonts(doc: jsPDF, layout: Layout): Promise<void> {
  for (const [face, characters] of charactersByFace(layout)) {
    const subset = await subsetFont(face.bytes, [...characters].join(''), {
      targetFormat: 'truetype',
      noHinting: true,
      noLayoutClosure: true,
      dropTables: ['GDEF', 'GPOS', 'GSUB'],
    });
    registerFace(doc, face.name, subset);
  }
}

function charactersByFace({ pages }: Layout): ReadonlyMap<FontFace, ReadonlySet<string>> {
  const used = new Map<FontFace, Set<string>>();
  const runs = pages.flatMap((canvas) => canvas.ops).flatMap((op) => (op.kind === 'text' ? op.line.runs : []));
  for (const { face, text } of runs) {
    const characters = used.get(face) ?? new Set();
    for (const character of text) characters.add(character);
    used.set(face, characters);
  }
  return used;
}

/** A moment in UTC as PDF writes it. Cut from the text, so no time zone can shift it. */
function pdfDate(instant: string): string {
  return `D:${instant.replace(/\D/g, '').slice(0, 14).padEnd(14, '0')}+00'00'`;
}
