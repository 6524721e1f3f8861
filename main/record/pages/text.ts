import { type Directions, directionsOf, type PlacedGlyph, placeInLine } from './bidi.ts';
import { breakLines } from './breaks.ts';
import { type CopiedText, copiedText, isTurnedLetter } from './copied.ts';
import type { PdfFonts, Weight } from './fonts.ts';
import type { Glyph } from './glyph.ts';
import { inklessGlyph, type Token, tokenize } from './glyphs.ts';
import type { TextStyle } from './theme.ts';

export interface Line {
  readonly glyphs: readonly PlacedGlyph[];
  /** The text of the line, in reading order. */
  readonly text: string;
  /** The text for programs that copy the line, where it differs from what its glyphs say. */
  readonly copied: CopiedText | null;
  /** In points. */
  readonly width: number;
  /** Whether the paragraph is read from the right, so that its lines begin there. */
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
      // A space at the end of a line separates its last word from the next line, for screen readers.
      const after = paragraph[end];
      const space = !after || after.kind === 'space' ? ' ' : '';
      lines.push(toLine(paragraph.slice(start, end), style, fonts, directions, start, space));
    }
    paragraph = [];
  };
  for (const token of trimmedTokens(tokenize(text, style.weight, fonts))) {
    if (token === 'newline') flush();
    else paragraph.push(token);
  }
  flush();
  return lines;
}

/** How wide a text would be on one line, in points; of several paragraphs, all of them together. */
export function fullWidth(text: string, { size, weight }: TextStyle, fonts: PdfFonts): number {
  let width = 0;
  let spaces = 0;
  for (const token of trimmedTokens(tokenize(text, weight, fonts))) {
    if (token === 'newline') spaces = 0;
    else if (token.kind === 'space') spaces += token.width;
    else {
      width += spaces + token.width;
      spaces = 0;
    }
  }
  return (width * size) / 1000;
}

/** A text on one line, cut with an ellipsis where it does not fit; line breaks become spaces. */
export function fitLine(text: string, style: TextStyle, width: number, fonts: PdfFonts): Line {
  const glyphs = glyphsOf(text.trim().replace(/\s+/g, ' '), style.weight, fonts);
  const limit = (width * 1000) / style.size;
  const directions = directionsOf(glyphs);
  // It ends with a space, so that its last word is parted from what is drawn next.
  if (widthOf(glyphs) <= limit) return toLine(glyphs, style, fonts, directions, 0, ' ');
  const ellipsis = glyphsOf('…', style.weight, fonts);
  const room = limit - widthOf(ellipsis);
  let end = 0;
  for (let width = glyphs[0]?.width ?? 0; width <= room; width += glyphs[end]?.width ?? 0) end++;
  const cut = [...glyphs.slice(0, end), ...ellipsis];
  return toLine(cut, style, fonts, directionsOf(cut), 0, ' ');
}

/** Glyphs of a text without line breaks. */
function glyphsOf(text: string, weight: Weight, fonts: PdfFonts): readonly Glyph[] {
  return tokenize(text, weight, fonts).filter((token) => token !== 'newline');
}

/** The tokens without blank lines at the start and the end. */
function trimmedTokens(tokens: readonly Token[]): readonly Token[] {
  const inked = (token: Token) => token !== 'newline' && token.kind !== 'space';
  const last = tokens.findLastIndex(inked);
  const first = tokens.findIndex(inked);
  if (first < 0) return [];
  const start = tokens.lastIndexOf('newline', first) + 1;
  return tokens.slice(start, last + 1);
}

/**
 * Glyphs as a line without the spaces at its end.
 * @param start index of the first glyph in its paragraph
 * @param space what separates the line from the next one
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
  // Programs that copy text take a line to reach from its first glyph to its last, wherever these are.
  const end = inklessGlyph(weight, fonts);
  const placed = directions
    ? [{ glyph: end, x: 0 }, ...placeInLine(inked, directions.levels.slice(start)), { glyph: end, x: width }]
    : placeInLine(inked.length > 0 && space !== '' ? [...inked, ...glyphsOf(space, weight, fonts)] : inked, []);
  return {
    glyphs: placed,
    text,
    copied: isPlain ? null : copiedText(text, space, directions ? seenText(placed) : null),
    width: (width * size) / 1000,
    rightToLeft: directions?.rightToLeft ?? false,
  };
}

/** The text of a line as it is seen from left to right, each letter with its marks turned with it. */
function seenText(placed: readonly PlacedGlyph[]): string {
  return placed
    .toSorted((left, right) => left.x - right.x)
    .map(({ glyph }) => (isTurnedLetter(glyph.text) ? [...glyph.text].reverse().join('') : glyph.text))
    .join('');
}

/** Whether a glyph does not stand for exactly one character. */
function isCombined({ kind, parts }: Glyph): boolean {
  return kind === 'mark' || parts.some((part) => part.says !== undefined);
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.width, 0);
}
