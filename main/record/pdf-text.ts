import { type Directions, directionsOf, type PlacedGlyph, placeInLine } from './pdf-bidi.ts';
import type { PdfFonts, Weight } from './pdf-fonts.ts';
import { type Glyph, type Token, tokenize } from './pdf-glyphs.ts';
import type { Colour } from './pdf-theme.ts';

/** Sizes in points. */
export interface TextStyle {
  readonly size: number;
  /** Distance from one baseline to the next. */
  readonly leading: number;
  readonly weight: Weight;
  readonly colour: Colour;
}

export interface Line {
  readonly glyphs: readonly PlacedGlyph[];
  /** What the line says, in the order in which it is read. */
  readonly text: string;
  /** In points. */
  readonly width: number;
  /** Whether the paragraph begins at the right, and so the line stands there. */
  readonly rightToLeft: boolean;
}

// A line may end after these when no space is at hand; they hold addresses and paths together.
const WEAK_BREAK = new Set('-/?&=#_.~%,;:@|\\+)]}');

// Chinese and Japanese may break between any two characters, but not before or after some of them.
const EASTERN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF01-\uFF60]$/u;
const NOT_FIRST = /^[\p{Pe}\p{Pf}、。，．・：；？！ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥％℃]$/u;
const NOT_LAST = /^[\p{Ps}\p{Pi}￥＄]$/u;

const MARK_SLACK = 1000;

/** Breaks a text into lines no wider than `width`; never loses a character, whatever the text holds. */
export function wrap(text: string, style: TextStyle, width: number, fonts: PdfFonts): readonly Line[] {
  const limit = (width * 1000) / style.size;
  const lines: Line[] = [];
  let paragraph: Glyph[] = [];
  const flush = () => {
    const directions = directionsOf(paragraph);
    for (const [start, end] of breakLines(paragraph, limit)) {
      // What ends the line ends a word too, for those who listen to the lines one after the other.
      const after = paragraph[end];
      const space = !after || after.kind === 'space' ? spaceOf(style.weight, fonts) : [];
      lines.push(toLine(paragraph.slice(start, end), style.size, directions, start, space));
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
  const glyphs = tokenize(text.trim().replace(/\s+/g, ' '), style.weight, fonts).filter((token) => token !== 'newline');
  const limit = (width * 1000) / style.size;
  const directions = directionsOf(glyphs);
  if (widthOf(glyphs) <= limit) return toLine(glyphs, style.size, directions, 0);
  const ellipsis = tokenize('…', style.weight, fonts).filter((token) => token !== 'newline');
  const room = limit - widthOf(ellipsis);
  let end = 0;
  for (let width = glyphs[0]?.width ?? 0; width <= room; width += glyphs[end]?.width ?? 0) end++;
  const cut = [...glyphs.slice(0, end), ...ellipsis];
  return toLine(cut, style.size, directionsOf(cut), 0);
}

function spaceOf(weight: Weight, fonts: PdfFonts): readonly Glyph[] {
  return tokenize(' ', weight, fonts).filter((token) => token !== 'newline');
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

/** Where each line begins and ends. */
function breakLines(glyphs: readonly Glyph[], limit: number): readonly (readonly [start: number, end: number])[] {
  if (glyphs.length === 0) return [[0, 0]];
  const lines: (readonly [number, number])[] = [];
  let start = 0;
  while (start < glyphs.length) {
    const end = lineEnd(glyphs, start, limit);
    lines.push([start, end]);
    start = end;
    // Spaces at a break are the break.
    while (start < glyphs.length && glyphs[start]?.kind === 'space') start++;
  }
  return lines;
}

/** Where the line that begins at `start` ends: at a space, else within an address, else anywhere. */
function lineEnd(glyphs: readonly Glyph[], start: number, limit: number): number {
  const full = firstBeyond(glyphs, start, limit);
  if (full === glyphs.length) return full;
  // Spaces before the first ink are an indentation, not a place to break.
  let ink = start;
  while (glyphs[ink]?.kind === 'space') ink++;
  const isSpace = (index: number) => index > ink && glyphs[index]?.kind === 'space';
  const isWeak = (index: number) => WEAK_BREAK.has(glyphs[index - 1]?.text ?? '');
  return (
    lastBreak(full, start, (index) => isSpace(index) || isHyphen(glyphs, index - 1) || isEastern(glyphs, index)) ??
    lastBreak(full, start, isWeak) ??
    full
  );
}

/** The first glyph that no longer fits, but never the first of the line. */
function firstBeyond(glyphs: readonly Glyph[], start: number, limit: number): number {
  let width = 0;
  for (let index = start; index < glyphs.length; index++) {
    const { width: advance = 0, kind = 'ink' } = glyphs[index] ?? {};
    width += advance;
    // Marks stay with their letter, up to a point: a heap of them must not run off the page.
    const room = kind === 'mark' ? limit + MARK_SLACK : limit;
    if (index > start && kind !== 'space' && width > room) return index;
  }
  return glyphs.length;
}

/** The last place up to `end` where a line that begins at `start` may break. */
function lastBreak(end: number, start: number, mayBreak: (index: number) => boolean): number | null {
  for (let index = end; index > start; index--) {
    if (mayBreak(index)) return index;
  }
  return null;
}

/** A hyphen or dash between two letters, after which a line may end. */
function isHyphen(glyphs: readonly Glyph[], index: number): boolean {
  if (!/^[-‐–—]$/.test(glyphs[index]?.text ?? '')) return false;
  const letter = (glyph: Glyph | undefined) => /^\p{L}/u.test(glyph?.text ?? '');
  return letter(glyphs[index - 1]) && letter(glyphs[index + 1]);
}

/** Whether a line may break before glyph `index` because Chinese or Japanese stands on either side. */
function isEastern(glyphs: readonly Glyph[], index: number): boolean {
  const before = glyphs[index - 1];
  const after = glyphs[index];
  if (!before || !after || after.kind === 'mark' || NOT_LAST.test(before.text) || NOT_FIRST.test(after.text)) {
    return false;
  }
  return EASTERN.test(before.text) || EASTERN.test(after.text);
}

/** Glyphs as a line without the spaces at its end; `start` says where in the paragraph they begin. */
function toLine(
  glyphs: readonly Glyph[],
  size: number,
  directions: Directions | null,
  start: number,
  space: readonly Glyph[] = [],
): Line {
  const inked = glyphs.slice(0, glyphs.findLastIndex((glyph) => glyph.kind !== 'space') + 1);
  return {
    glyphs: directions
      ? placeInLine(inked, directions.levels.slice(start))
      : placeInLine(inked.length > 0 ? [...inked, ...space] : [], []),
    text: inked.map((glyph) => glyph.text).join(''),
    width: (widthOf(inked) * size) / 1000,
    rightToLeft: directions?.rightToLeft ?? false,
  };
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.width, 0);
}
