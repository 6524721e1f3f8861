import type { FontFace, PdfFonts, Weight } from './pdf-fonts.ts';
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

/** Characters of one line that one face draws. */
export interface Run {
  readonly text: string;
  readonly face: FontFace;
  /** In points. */
  readonly width: number;
}

export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

// A line may end after these when no space is at hand; they hold addresses and paths together.
const WEAK_BREAK = new Set('-/?&=#_.~%,;:@|\\+)]}');

const MARK_SLACK = 1000;

/** Breaks a text into lines no wider than `width`; never loses a character, whatever the text holds. */
export function wrap(text: string, style: TextStyle, width: number, fonts: PdfFonts): readonly Line[] {
  const limit = (width * 1000) / style.size;
  const lines: Line[] = [];
  let paragraph: Glyph[] = [];
  const flush = () => {
    for (const glyphs of breakLines(paragraph, limit)) lines.push(toLine(glyphs, style.size));
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
  if (widthOf(glyphs) <= limit) return toLine(glyphs, style.size);
  const ellipsis = tokenize('…', style.weight, fonts).filter((token) => token !== 'newline');
  const room = limit - widthOf(ellipsis);
  let end = 0;
  for (let width = glyphs[0]?.width ?? 0; width <= room; width += glyphs[end]?.width ?? 0) end++;
  return toLine([...glyphs.slice(0, end), ...ellipsis], style.size);
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

function breakLines(glyphs: readonly Glyph[], limit: number): readonly (readonly Glyph[])[] {
  if (glyphs.length === 0) return [[]];
  const lines: Glyph[][] = [];
  let start = 0;
  while (start < glyphs.length) {
    const end = lineEnd(glyphs, start, limit);
    lines.push(glyphs.slice(start, end));
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
  const isWeak = (index: number) => WEAK_BREAK.has(glyphs[index - 1]?.char ?? '');
  return (
    lastBreak(full, start, (index) => isSpace(index) || isHyphen(glyphs, index - 1)) ??
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
  if (!/^[-‐–—]$/.test(glyphs[index]?.char ?? '')) return false;
  const letter = (glyph: Glyph | undefined) => /^\p{L}$/u.test(glyph?.char ?? '');
  return letter(glyphs[index - 1]) && letter(glyphs[index + 1]);
}

function toLine(glyphs: readonly Glyph[], size: number): Line {
  const runs: { text: string; face: FontFace; width: number }[] = [];
  const last = glyphs.findLastIndex((glyph) => glyph.kind !== 'space') + 1;
  for (const glyph of glyphs.slice(0, last)) {
    const run = runs.at(-1);
    const width = (glyph.width * size) / 1000;
    if (run && run.face === glyph.face) {
      run.text += glyph.char;
      run.width += width;
    } else {
      runs.push({ text: glyph.char, face: glyph.face, width });
    }
  }
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.width, 0);
}
