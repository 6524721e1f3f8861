import { createHash } from 'node:crypto';
import { pdfNumber, utf16Hex } from '#main/pdf/pdf-syntax.ts';
import type { FontWriter, PdfObjects } from '#main/record/writer/pdf-writer.ts';
import type { FontFace } from './fonts.ts';
import { subsetGlyphs } from './subset.ts';

/** A glyph with the text it says. The character codes of a file are numbers of such pairs, from 1. */
interface Code {
  readonly glyph: number;
  readonly text: string;
}

/** What a file uses of one font. */
interface UsedFont {
  readonly face: FontFace;
  /** Name on the pages. */
  readonly id: string;
  readonly codes: Code[];
  /** The code of each pair as pages write it, by glyph and then by text. */
  readonly written: Map<number, Map<string, string>>;
}

/** The fonts of one file: numbers the glyphs that its pages draw, then embeds only those. */
export class FontUse {
  readonly #fonts = new Map<string, UsedFont>();

  /** Name of a font on the pages. */
  nameOf(face: FontFace): string {
    return this.#fontOf(face).id;
  }

  /**
   * The character code for a glyph that says `text`. A glyph that says several things, such as a mirrored
   * bracket, gets several codes, so that each is copied as what was typed.
   */
  codeOf(face: FontFace, glyph: number, text: string): string {
    const { codes, written } = this.#fontOf(face);
    let texts = written.get(glyph);
    if (!texts) {
      texts = new Map();
      written.set(glyph, texts);
    }
    const known = texts.get(text);
    if (known !== undefined) return known;
    const code = codeHex(codes.push({ glyph, text }));
    texts.set(text, code);
    return code;
  }

  /** Cuts the fonts down, and says how they are written into the file. Ask after all pages are drawn. */
  async cutDown(): Promise<FontWriter> {
    const fonts = await Promise.all(
      [...this.#fonts.values()].map(async (font) => ({
        ...font,
        subset: await subsetGlyphs(
          font.face.bytes,
          font.codes.map((code) => code.glyph),
        ),
      })),
    );
    return (objects) => new Map(fonts.map((font) => [font.id, writeFont(objects, font)]));
  }

  #fontOf(face: FontFace): UsedFont {
    const known = this.#fonts.get(face.name);
    if (known) return known;
    const font = { face, id: `G${this.#fonts.size + 1}`, codes: [], written: new Map() };
    this.#fonts.set(face.name, font);
    return font;
  }
}

/** Writes a font as a composite one; returns its object. */
function writeFont(objects: PdfObjects, { face, codes, subset }: UsedFont & { readonly subset: Uint8Array }): number {
  const root = objects.reserve();
  const descendant = objects.reserve();
  const descriptor = objects.reserve();
  const file = objects.reserve();
  const unicode = objects.reserve();
  const glyphs = objects.reserve();
  const name = `${subsetTag(subset)}+${face.font.face.getName(6, 'en').replace(/[^\w-]/g, '') || 'Font'}`;
  const widths = codes.map(({ glyph }) => pdfNumber(face.font.glyphHAdvance(glyph) * face.scale));
  objects.write(
    root,
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H`,
    `/DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`,
  );
  objects.write(
    descendant,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDToGIDMap ${glyphs} 0 R`,
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>',
    `/FontDescriptor ${descriptor} 0 R /DW 1000 /W [1 [${widths.join(' ')}]] >>`,
  );
  objects.write(descriptor, descriptorEntry(face, name, file));
  objects.writeStream(file, subset, ` /Length1 ${subset.length}`);
  objects.writeStream(unicode, Buffer.from(toUnicode(codes)));
  // Two bytes a code, the first of which, 0, is never used.
  const numbers = Uint16Array.from([0, ...codes.map(({ glyph }) => glyph)]);
  objects.writeStream(glyphs, Buffer.from(numbers.buffer).swap16());
  return root;
}

/** Six letters that identify this choice of glyphs (ISO 32000-1, 9.6.4). */
function subsetTag(subset: Uint8Array): string {
  const hash = createHash('sha256').update(subset).digest();
  return [...hash.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

function descriptorEntry({ font, scale }: FontFace, name: string, file: number): string {
  const head = font.face.referenceTable('head');
  if (!head) throw new Error('A font of the PDF is damaged. Reinstall the program.');
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const box = [36, 38, 40, 42].map((at) => pdfNumber(view.getInt16(at) * scale));
  const { ascender, descender } = font.hExtents();
  const [up, down] = [ascender * scale, descender * scale].map(pdfNumber);
  return [
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${box.join(' ')}] /ItalicAngle 0`,
    `/Ascent ${up} /Descent ${down} /CapHeight 714 /StemV 80 /FontFile2 ${file} 0 R >>`,
  ].join('\n');
}

/** The map from codes to text that PDF readers copy and search by (ISO 32000-1, 9.10.3). */
function toUnicode(codes: readonly Code[]): string {
  const lines = codes.flatMap(({ text }, index) =>
    text === '' ? [] : [`<${codeHex(index + 1)}> <${utf16Hex(text)}>`],
  );
  // No more than 100 lines may stand in one block.
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) => {
    const block = lines.slice(index * 100, index * 100 + 100);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`;
  });
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

/** A character code in hexadecimal, as pages write it. */
function codeHex(number: number): string {
  return number.toString(16).toUpperCase().padStart(4, '0');
}
