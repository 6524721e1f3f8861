import type { Glyph } from './glyph.ts';

// A line may end after these when it has no space to break at, as in addresses and paths.
const WEAK_BREAK = new Set('-/?&=#_.~%,;:@|\\+)]}');

// Chinese and Japanese may break between any two characters, but not before or after some of them.
const EASTERN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF01-\uFF60]$/u;
const NOT_FIRST = /^[\p{Pe}\p{Pf}、。，．・：；？！ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥％℃]$/u;
const NOT_LAST = /^[\p{Ps}\p{Pi}￥＄]$/u;

// Vowels of Thai and Lao that are written before their consonant, and signs that belong to what stands before.
const BEFORE_LETTER = /^[\u0E40-\u0E44\u0EC0-\u0EC4]/;
const AFTER_LETTER =
  /^[\u0E2F\u0E30\u0E32\u0E33\u0E45\u0E46\u0EAF\u0EB0\u0EB2\u0EB3\u0EC6\u17D4-\u17DA\u104A\u104B\u0964\u0965]/;

const MARK_SLACK = 1000;

/** Where each line of a paragraph begins and ends; no line is wider than `limit`, in thousandths of the font size. */
export function breakLines(
  glyphs: readonly Glyph[],
  limit: number,
): readonly (readonly [start: number, end: number])[] {
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
  const isWeak = (index: number) => WEAK_BREAK.has(charOf(glyphs[index - 1]));
  return (
    lastBreak(
      full,
      start,
      (index) =>
        isSpace(index) ||
        isInvisibleSpace(glyphs[index - 1]) ||
        isHyphen(glyphs, index - 1) ||
        isEastern(glyphs, index),
    ) ??
    lastBreak(full, start, isWeak) ??
    lastBreak(full, start, (index) => isLoose(glyphs, index)) ??
    full
  );
}

/** The first glyph that no longer fits, but never the first of the line. */
function firstBeyond(glyphs: readonly Glyph[], start: number, limit: number): number {
  let width = 0;
  for (let index = start; index < glyphs.length; index++) {
    const { width: advance = 0, kind = 'ink' } = glyphs[index] ?? {};
    width += advance;
    // Marks stay with their letter, but only so many: a heap of them must not run off the page.
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
  if (!/^[-‐–—]$/.test(charOf(glyphs[index]))) return false;
  const letter = (glyph: Glyph | undefined) => /^\p{L}/u.test(glyph?.text ?? '');
  return letter(glyphs[index - 1]) && letter(glyphs[index + 1]);
}

/** Whether a line may break before glyph `index` because Chinese or Japanese stands on either side. */
function isEastern(glyphs: readonly Glyph[], index: number): boolean {
  const before = glyphs[index - 1];
  const after = glyphs[index];
  if (!before || !after || after.kind === 'mark') return false;
  const [left, right] = [charOf(before), charOf(after)];
  return !NOT_LAST.test(left) && !NOT_FIRST.test(right) && (EASTERN.test(left) || EASTERN.test(right));
}

/**
 * Whether a word may be broken before glyph `index` as a last resort. Thai, Lao, Khmer and Burmese have no spaces between
 * words, and only a dictionary can tell where a word ends; dictionaries differ from one machine to the next.
 */
function isLoose(glyphs: readonly Glyph[], index: number): boolean {
  const after = glyphs[index];
  return after?.kind !== 'mark' && !BEFORE_LETTER.test(charOf(glyphs[index - 1])) && !AFTER_LETTER.test(charOf(after));
}

/** The character that a glyph shows, without invisible ones that go with it. */
function charOf(glyph: Glyph | undefined): string {
  const code = glyph?.text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function isInvisibleSpace(glyph: Glyph | undefined): boolean {
  return glyph?.text.endsWith('\u200B') ?? false;
}
