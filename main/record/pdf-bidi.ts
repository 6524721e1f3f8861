import bidiFactory from 'bidi-js';
import { type Glyph, mirrored } from './pdf-glyphs.ts';

const bidi = bidiFactory();
const STRONG = /^[\p{L}\p{M}\p{N}]/u;
const NUMBER_SIGNS = new Set(['ES', 'ET', 'CS']);
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\u0660-\u0669\u06F0-\u06F9]/u;

/** In which direction each glyph of a paragraph runs: the Unicode bidirectional algorithm's levels. */
export interface Directions {
  /** Odd from right to left, even from left to right; deeper the higher. */
  readonly levels: readonly number[];
  readonly rightToLeft: boolean;
}

/** The directions of a paragraph; null when all of it runs from left to right. */
export function directionsOf(glyphs: readonly Glyph[]): Directions | null {
  const text = glyphs.map((glyph) => glyph.text).join('');
  if (!RIGHT_TO_LEFT.test(text)) return null;
  const found = bidi.getEmbeddingLevels(text);
  let at = 0;
  const levels = glyphs.map((glyph) => {
    const level = found.levels[at] ?? 0;
    at += glyph.text.length;
    return level;
  });
  return { levels, rightToLeft: (found.paragraphs[0]?.level ?? 0) % 2 === 1 };
}

/** A glyph and where on its line it stands, in thousandths of the font size from the line's left end. */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  readonly x: number;
  /** What it copies out as where that is not what it says by itself. */
  readonly copies: string | null;
}

/**
 * Glyphs of one line from left to right as they appear, brackets turned with the direction. Readers of PDFs
 * expect this order in the file and turn it back themselves when text is copied.
 */
export function placeInLine(glyphs: readonly Glyph[], levels: readonly number[]): readonly PlacedGlyph[] {
  const items = glyphs.map((glyph, index) => {
    const level = levels[index] ?? 0;
    const other = level % 2 === 1 && glyph.text.length === 1 ? bidi.getMirroredCharacter(glyph.text) : null;
    return { glyph: other ? mirrored(glyph, other) : glyph, level };
  });
  const highest = Math.max(0, ...items.map((item) => item.level));
  for (let level = highest; level >= 1; level--) reverseRuns(items, level);
  let x = 0;
  return items.map(({ glyph }, at) => {
    const place = { glyph, x, copies: withMark(items, at) };
    x += glyph.width;
    return place;
  });
}

/**
 * A sign or space beside text of the other direction, with the invisible marks that tell a reader of the
 * file on which side it belongs: readers know where glyphs stand, but not in which order they were typed.
 */
function withMark(items: readonly { readonly glyph: Glyph; readonly level: number }[], at: number): string | null {
  const item = items[at];
  if (!item || STRONG.test(item.glyph.text)) return null;
  const { text } = item.glyph;
  if (item.level % 2 === 0) return (items[at - 1]?.level ?? 0) % 2 === 1 ? `\u200E${text}` : null;
  // Signs that can be part of a number are taken for one, with all that follows up to the next letter.
  const before = NUMBER_SIGNS.has(bidi.getBidiCharTypeName(text)) ? '\u200F' : '';
  const after = (items[at + 1]?.level ?? 1) % 2 === 0 ? '\u200F' : '';
  return before === '' && after === '' ? null : `${before}${text}${after}`;
}

/** Turns every run of this level or a deeper one around. */
function reverseRuns(items: { readonly level: number }[], level: number): void {
  let start = 0;
  while (start < items.length) {
    let end = start;
    while ((items[end]?.level ?? -1) >= level) end++;
    if (end > start) items.splice(start, end - start, ...items.slice(start, end).reverse());
    start = end + 1;
  }
}
