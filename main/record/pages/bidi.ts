import bidiFactory from 'bidi-js';
import type { Glyph } from './glyph.ts';
import { mirroredGlyph } from './glyphs.ts';
import { blankGlyph } from './shape.ts';

const bidi = bidiFactory();
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\u0660-\u0669\u06F0-\u06F9]/u;

/** In which direction each glyph of a paragraph runs: the Unicode bidirectional algorithm's levels. */
export interface Directions {
  /** Odd: from right to left. Even: from left to right. The higher, the more deeply nested. */
  readonly levels: readonly number[];
  readonly rightToLeft: boolean;
}

/** The directions of a paragraph; null when all of it runs from left to right. Its first letter decides, unless `reads` does. */
export function directionsOf(glyphs: readonly Glyph[], reads?: 'from-left'): Directions | null {
  const text = glyphs.map((glyph) => glyph.text).join('');
  if (!RIGHT_TO_LEFT.test(text)) return null;
  const found = bidi.getEmbeddingLevels(text, reads && 'ltr');
  let at = 0;
  const levels = glyphs.map((glyph) => {
    const level = found.levels[at] ?? 0;
    at += glyph.text.length;
    return level;
  });
  return { levels, rightToLeft: (found.paragraphs[0]?.level ?? 0) % 2 === 1 };
}

/** A glyph and its distance from the left end of its line, in thousandths of the font size. */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  readonly x: number;
}

/**
 * Places the glyphs of one line, and mirrors brackets that are read from the right. The result is in reading order,
 * except that a run from right to left lists its letters from left to right: programs that copy text reverse such runs.
 */
export function placeInLine(glyphs: readonly Glyph[], levels: readonly number[]): readonly PlacedGlyph[] {
  return levels.some((level) => level > 0) ? placedByLevel(glyphs, levels) : placedFromLeft(glyphs);
}

function placedFromLeft(glyphs: readonly Glyph[]): readonly PlacedGlyph[] {
  let next = 0;
  return glyphs.map((glyph) => {
    const x = next;
    next += glyph.width;
    return { glyph, x };
  });
}

function placedByLevel(glyphs: readonly Glyph[], levels: readonly number[]): readonly PlacedGlyph[] {
  const items = glyphs.map((glyph, index) => {
    const level = levels[index] ?? 0;
    const other = level % 2 === 1 && glyph.text !== '' ? bidi.getMirroredCharacter(glyph.text.charAt(0)) : null;
    return { glyph: other ? mirroredGlyph(glyph, other) : glyph, level, x: 0 };
  });
  const seen = [...items];
  const highest = Math.max(0, ...items.map((item) => item.level));
  for (let level = highest; level >= 1; level--) reverseRuns(seen, level);
  let x = 0;
  for (const item of seen) {
    item.x = x;
    x += item.glyph.width;
  }
  return runsOf(items).flatMap((run) => {
    const isEdge = (index: number) => index === 0 || index === run.length - 1 || beginsWithMark(run[index - 1]);
    const spoken = run.map((item, index) => (isEdge(index) ? withEdge(item) : item));
    if (!run.some(isTurned)) return spoken;
    return [...edgeBefore(run.at(-1)), ...spoken.toReversed()];
  });
}

/** Whether what stands farthest to the left of a glyph is a mark of its letter. */
function beginsWithMark(item: Item | undefined): boolean {
  return /^\p{Mn}/u.test(item?.glyph.parts[0]?.says ?? '');
}

/** pdf.js (Firefox) puts a mark to what was drawn before it, wherever that stands, so something has to stand there. */
function edgeBefore(item: Item | undefined): readonly Item[] {
  const blank = item && beginsWithMark(item) ? blankGlyph(item.glyph.face, EDGE) : null;
  return item && blank ? [{ ...item, glyph: blank }] : [];
}

/** A space that pdf.js takes for a letter, because it does not begin with the space. */
const EDGE = '\u200F ';

/**
 * pdf.js (Firefox) drops a space when the next letter stands to the left of it or begins with a mark, unless another mark goes
 * with the space.
 */
function withEdge(item: Item): Item {
  const { glyph, level } = item;
  if (glyph.kind !== 'space' || level % 2 === 0) return item;
  return { ...item, glyph: { ...glyph, parts: glyph.parts.map((part) => ({ ...part, says: EDGE })) } };
}

interface Item extends PlacedGlyph {
  readonly level: number;
}

/** Glyphs that are drawn together: of one level and one font. */
function runsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    if (run && first?.level === item.level && first.glyph.face === item.glyph.face) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** Whether programs that copy text turn this glyph around; they leave signs where they are. */
function isTurned({ glyph, level }: Item): boolean {
  return level % 2 === 1 && RIGHT_TO_LEFT.test(glyph.text);
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
