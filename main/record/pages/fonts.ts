import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Blob, Face, Font } from 'harfbuzzjs';
import { SCRIPT_FONTS, type Script, scriptsOf } from './scripts.ts';

/** `code` is as wide for each letter, for what is typed into a terminal. */
export type Weight = 'regular' | 'bold' | 'code';

/** One font: what it can draw and how wide. */
export interface FontFace {
  /** Name of its file; faces that share a file share what is embedded. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly font: Font;
  /** Factor from the font's units to thousandths of the font size. */
  readonly scale: number;
  /** Made bold by a line around each letter, because there is no bold file. */
  readonly thickened: boolean;
  /** The glyph of a code point; undefined when the font lacks it. */
  readonly glyphOf: (code: number) => number | undefined;
}

export interface FaceSet {
  /** The faces that set every text, in the order in which they are asked for a character. */
  readonly basic: readonly FontFace[];
  readonly byScript: ReadonlyMap<Script, FontFace>;
}

export interface PdfFonts extends Readonly<Record<Weight, FaceSet>> {
  /** These fonts and those for the other writing systems of a text. */
  readonly forText: (text: string) => Promise<PdfFonts>;
}

const BASIC_FONTS = {
  regular: ['noto-sans-regular', 'dejavu-sans'],
  bold: ['noto-sans-bold', 'dejavu-sans-bold'],
  code: ['dejavu-sans-mono', 'noto-sans-regular', 'dejavu-sans'],
} as const satisfies Record<Weight, readonly string[]>;

/**
 * Reads the fonts of the PDF from the program's own folder. Noto Sans sets the text; DejaVu Sans has the
 * arrows, check marks and signs that Noto lacks, DejaVu Sans Mono sets commands. Fonts of other writing systems follow with `forText`.
 * @throws when a font file is missing or unreadable.
 */
export async function loadPdfFonts(appFolder: string): Promise<PdfFonts> {
  const files = new Map<string, Promise<FontFace>>();
  const load = (name: string): Promise<FontFace> => {
    const read = files.get(name) ?? readFace(name, join(appFolder, 'main/record/fonts', `${name}.ttf`));
    files.set(name, read);
    // A file that could not be read is tried again at the next export.
    read.catch(() => files.delete(name));
    return read;
  };
  const [regular, bold, code] = await Promise.all(
    [BASIC_FONTS.regular, BASIC_FONTS.bold, BASIC_FONTS.code].map((names) => Promise.all(names.map(load))),
  );
  const withScripts = async (scripts: readonly Script[]): Promise<PdfFonts> => {
    const pairs = await Promise.all(scripts.map(async (script) => [script, await loadPair(script, load)] as const));
    const pick = (weight: 'regular' | 'bold') => new Map(pairs.map(([script, pair]) => [script, pair[weight]]));
    return {
      regular: { basic: regular ?? [], byScript: pick('regular') },
      bold: { basic: bold ?? [], byScript: pick('bold') },
      code: { basic: code ?? [], byScript: pick('regular') },
      forText: (text) => withScripts(scriptsOf(text)),
    };
  };
  return withScripts([]);
}

async function loadPair(
  script: Script,
  load: (name: string) => Promise<FontFace>,
): Promise<Readonly<Record<'regular' | 'bold', FontFace>>> {
  const [regularName, boldName] = SCRIPT_FONTS[script];
  const regular = await load(regularName);
  return { regular, bold: boldName === null ? { ...regular, thickened: true } : await load(boldName) };
}

async function readFace(name: string, path: string): Promise<FontFace> {
  const bytes = await readFile(path);
  const face = new Face(new Blob(bytes));
  const font = new Font(face);
  const known = new Map<number, number | undefined>();
  const glyphOf = (code: number): number | undefined => {
    if (!known.has(code)) known.set(code, font.nominalGlyph(code) || undefined);
    return known.get(code);
  };
  return { name, bytes, font, scale: 1000 / face.upem, thickened: false, glyphOf };
}
