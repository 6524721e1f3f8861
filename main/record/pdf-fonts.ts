import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsPDF } from 'jspdf';

export type Weight = 'regular' | 'bold';

/** One font file: what it can draw and how wide. */
export interface FontFace {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Advance width in thousandths of the font size; undefined when the font lacks the character. */
  readonly widths: ReadonlyMap<number, number>;
}

/** The faces of each weight, in the order in which they are asked for a character. */
export type PdfFonts = Readonly<Record<Weight, readonly FontFace[]>>;

const FILES = {
  regular: ['noto-sans-regular', 'dejavu-sans'],
  bold: ['noto-sans-bold', 'dejavu-sans-bold'],
} as const satisfies Record<Weight, readonly string[]>;

/**
 * Reads the fonts of the PDF from the program's own folder. Worth doing once: it takes about a tenth
 * of a second. Noto Sans sets the text; DejaVu Sans has the arrows, check marks and signs that Noto lacks.
 * @throws when a font file is missing or unreadable.
 */
export async function loadPdfFonts(appFolder: string): Promise<PdfFonts> {
  const load = async (name: string) => face(name, await readFile(join(appFolder, 'main/record/fonts', `${name}.ttf`)));
  const [regular, bold] = await Promise.all([Promise.all(FILES.regular.map(load)), Promise.all(FILES.bold.map(load))]);
  return { regular, bold };
}

/** The part of jsPDF's parsed font that is read here; jsPDF types it as `any`. */
interface ParsedFont {
  readonly cmap: { readonly unicode: { readonly codeMap: Readonly<Record<string, number>> } };
  readonly scaleFactor: number;
  readonly hmtx: { readonly forGlyph: (glyph: number) => { readonly advance: number } };
}

/** Asked of jsPDF's own parser, so that what is measured is what is drawn. */
function face(name: string, bytes: Uint8Array): FontFace {
  const doc = new jsPDF();
  registerFace(doc, name, bytes);
  const parsed: ParsedFont = doc.setFont(name, 'normal').getFont().metadata;
  const widths = new Map<number, number>();
  for (const [code, glyph] of Object.entries(parsed.cmap.unicode.codeMap)) {
    // Glyph 0 is the box that stands for a missing character.
    if (glyph !== 0) widths.set(Number(code), parsed.hmtx.forGlyph(glyph).advance * parsed.scaleFactor);
  }
  return { name, bytes, widths };
}

/** Makes a font known to a PDF under its name. */
export function registerFace(doc: jsPDF, name: string, bytes: Uint8Array): void {
  doc.addFileToVFS(`${name}.ttf`, Buffer.from(bytes).toString('base64'));
  doc.addFont(`${name}.ttf`, name, 'normal', undefined, 'Identity-H');
}
