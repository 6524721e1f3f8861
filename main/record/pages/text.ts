import { type Directions, directionsOf, type PlacedGlyph, placeInLine } from './bidi.ts';
import { breakLines } from './breaks.ts';
import { type CopiedText, copiedText } from './copied.ts';
import type { PdfFonts, Weight } from './fonts.ts';
import type { Glyph } from './glyph.ts';
import { inkless, type Token, tokenize } from './glyphs.ts';
import type { TextStyle } from './theme.ts';

export interface Line {
  readonly glyphs: readonly PlacedGlyph[];
  /** What the line says, in the order in which it is read. */
  readonly text: string;
  /** What the line gives to programs that copy it, where that is not what its glyphs say by themselves. */
  readonly copied: CopiedText | null;
  /** In points. */
  readonly width: number;
  /** Whether the paragraph begins at the right, and so the line stands there. */
  readonly rightToLeft: boolean;
}

/** Breaks a text into lines no wider than `width`; never loses a character, whatever the text holds. */
export function wrap(text: string, style: TextStyle, width: number, fonts: PdfFonts): readonly Line[] {
  const limit = (width * 1000) / style.size;
  const lines: Line[] = [];
  let paragraph: Glyph[] = [];
  const flush = () => {
    const directions = directionsOf(paragraph, style.reads);
    for (const [start, end] of breakLines(paragraph, limit)) {
      // What ends the line ends a word too, for those who listen to the lines one after the other.
      const after = paragraph[end];
      const space = !after || after.kind === 'space' ? ' ' : '';
      lines.push(toLine(paragraph.slice(start, end), style, fonts, directions, start, space));
    }
    paragraph = [];
  };
  for (const token of trimmed(tokenize(text, style.weight, fonts))) {
    if (token === 'newline') flush();
    else paragraph.push(token);
  }
  flush();
  return lines;
}

/** A text on one line, cut with an ellipsis where it does not fit; line breaks become spaces. */
export function fitLine(text: string, style: TextStyle, width: number, fonts: PdfFonts): Line {
  const glyphs = glyphsOf(text.trim().replace(/\s+/g, ' '), style.weight, fonts);
  const limit = (width * 1000) / style.size;
  const directions = directionsOf(glyphs);
  if (widthOf(glyphs) <= limit) return toLine(glyphs, style, fonts, directions);
  const ellipsis = glyphsOf('…', style.weight, fonts);
  const room = limit - widthOf(ellipsis);
  let end = 0;
  for (let width = glyphs[0]?.width ?? 0; width <= room; width += glyphs[end]?.width ?? 0) end++;
  const cut = [...glyphs.slice(0, end), ...ellipsis];
  return toLine(cut, style, fonts, directionsOf(cut));
}

/** Glyphs of a text without line breaks. */
function glyphsOf(text: string, weight: Weight, fonts: PdfFonts): readonly Glyph[] {
  return tokenize(text, weight, fonts).filter((token) => token !== 'newline');
}

/** Blank lines at the start and the end say nothing. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  const inked = (token: Token) => token !== 'newline' && token.kind !== 'space';
  const last = tokens.findLastIndex(inked);
  const first = tokens.findIndex(inked);
  if (first < 0) return [];
  const start = tokens.lastIndexOf('newline', first) + 1;
  return tokens.slice(start, last + 1);
}

/**
 * Glyphs as a line without the spaces at its end; `start` says where in the paragraph they begin, `space`
 * what parts them from the next line.
 */
function toLine(
  glyphs: readonly Glyph[],
  { size, weight }: TextStyle,
  fonts: PdfFonts,
  directions: Directions | null,
  start = 0,
  space = '',
): Line {
  const inked = glyphs.slice(0, glyphs.findLastIndex((glyph) => glyph.kind !== 'space') + 1);
  const text = inked.map((glyph) => glyph.text).join('');
  const width = widthOf(inked);
  const isPlain = !directions && !text.endsWith('-') && !inked.some(isCombined);
  // Programs that copy take a line to reach from its first glyph to its last, wherever these stand.
  const end = inkless(weight, fonts);
  const placed = directions
    ? [{ glyph: end, x: 0 }, ...placeInLine(inked, directions.levels.slice(start)), { glyph: end, x: width }]
    : placeInLine(inked.length > 0 && space !== '' ? [...inked, ...glyphsOf(space, weight, fonts)] : inked, []);
  return {
    glyphs: placed,
    text,
    copied: isPlain ? null : copiedText(text, space),
    width: (width * size) / 1000,
    rightToLeft: directions?.rightToLeft ?? false,
  };
}

/** Whether a glyph is more or less than a character. */
function isCombined({ kind, parts }: Glyph): boolean {
  return kind === 'mark' || parts.some((part) => part.says !== undefined);
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.width, 0);
}
