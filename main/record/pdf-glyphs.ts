import type { FontFace, PdfFonts, Weight } from './pdf-fonts.ts';
import { cleanLines, standIn } from './visible.ts';

/** A character ready to draw, or the letters of a stand-in for one that cannot be drawn. */
export interface Glyph {
  readonly char: string;
  readonly face: FontFace;
  /** In thousandths of the font size. */
  readonly width: number;
  readonly kind: 'ink' | 'space' | 'mark';
}

/** A glyph, or the end of a line that the writer put there. */
export type Token = Glyph | 'newline';

// Scripts that read from left to right, one glyph per character. Others need shaping or reordering and
// would come out wrong, so they get stand-ins even where a font has single glyphs for them.
const PLAIN =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}\p{Script=Inherited}\p{Script=Braille}\p{Script=Tifinagh}\p{Script=Canadian_Aboriginal}\p{Script=Ogham}\p{Script=Lisu}\p{Script=Coptic}]$/u;
const INKLESS = /^[\p{C}\p{Z}]$/u;
const SPACE = /^\p{Zs}$/u;
const NO_BREAK_SPACE = new Set(['\u00A0', '\u2007', '\u202F']);
const MARK = /^\p{M}$/u;
// Hints to a line breaker or a shaper that never had ink: soft hyphen, zero-width spaces and joiners,
// byte order mark, and the selectors of text or emoji style.
const SILENT = /\u00AD|[\u200B-\u200D]|\u2060|\uFEFF|[\uFE0E\uFE0F]/g;
const TAB_STOP = 4;

/** A space that a line may not be broken at; drawn as an ordinary one. */
const FIXED_SPACE = '\u00A0';

/**
 * Turns any text into glyphs that certainly appear: composed (NFC), tabs as spaces, and every
 * character that no font can draw spelled out as `[U+1F600]`. jsPDF would drop it without a word, and
 * after a control character the rest of the line with it.
 */
export function tokenize(text: string, weight: Weight, fonts: PdfFonts): readonly Token[] {
  const tokens: Token[] = [];
  const clean = cleanLines(text).normalize('NFC').replaceAll('\t', ' '.repeat(TAB_STOP)).replace(SILENT, '');
  for (const char of clean) {
    if (char === '\n') tokens.push('newline');
    else if (SPACE.test(char)) tokens.push(space(NO_BREAK_SPACE.has(char), weight, fonts));
    else tokens.push(...inked(char, tokens.at(-1), weight, fonts));
  }
  return tokens;
}

function space(fixed: boolean, weight: Weight, fonts: PdfFonts): Glyph {
  const face = firstFace(fonts, weight);
  return { char: fixed ? FIXED_SPACE : ' ', face, width: face.widths.get(0x20) ?? 250, kind: fixed ? 'ink' : 'space' };
}

function inked(char: string, before: Token | undefined, weight: Weight, fonts: PdfFonts): readonly Glyph[] {
  const face = faceFor(char, before, weight, fonts);
  if (face) return [glyph(char, face)];
  const basic = firstFace(fonts, weight);
  return [...standIn(char)].map((letter) => glyph(letter, basic));
}

function glyph(char: string, face: FontFace): Glyph {
  const kind = MARK.test(char) ? 'mark' : 'ink';
  return { char, face, width: face.widths.get(char.codePointAt(0) ?? 0) ?? 0, kind };
}

/** The first face that has the character; a mark prefers the face of the letter it sits on. */
function faceFor(char: string, before: Token | undefined, weight: Weight, fonts: PdfFonts): FontFace | undefined {
  const code = char.codePointAt(0) ?? 0;
  // jsPDF reads text in UTF-16 code units, so it cannot draw anything beyond the first plane.
  if (code > 0xffff || INKLESS.test(char) || !PLAIN.test(char)) return undefined;
  const same = before !== undefined && before !== 'newline' && MARK.test(char) ? before.face : undefined;
  if (same?.widths.has(code)) return same;
  return fonts[weight].find((face) => face.widths.has(code));
}

function firstFace(fonts: PdfFonts, weight: Weight): FontFace {
  const [face] = fonts[weight];
  if (!face) throw new Error(`No ${weight} font is loaded`);
  return face;
}
