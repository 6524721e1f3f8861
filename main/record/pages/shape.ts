import { Direction, Buffer as ShapeBuffer, shape } from 'harfbuzzjs';
import type { FontFace } from './fonts.ts';
import type { Glyph, GlyphPart } from './glyph.ts';

/** Said by parts of a letter that have no text of their own; programs that copy text ignore it. */
export const SAYS_NOTHING = '\u2060';

/** A mark that takes no room of its own. */
const MARK = /^\p{Mn}$/u;
const HOLDS_MARK = /\p{Mn}/u;
/** What of a letter stands before the first of them, or of the characters that are never seen. */
const BEFORE_MARKS = /^[^\p{Mn}\p{Cf}]+/u;
/** Letters that can be drawn onto the one before them. */
const DRAWN_ONTO = /^\p{L}/u;
/** What joins or parts letters and is not seen; pdf.js drops it unless a letter says it too. */
const JOINER = /^[\u200C\u200D]+$/;
const SPACE = 0x20;

/** How far a mark may be moved up or down, in thousandths of the font size: a heap of them must not reach into other lines. */
const MARK_REACH = 500;

/**
 * Words of one script as HarfBuzz sets them: letters joined, marks in place. The glyphs come in the order of
 * the text, one for what cannot be parted; the parts of one glyph from left to right.
 */
export function shapeWord(word: string, face: FontFace, isRightToLeft: boolean): readonly Glyph[] {
  const buffer = new ShapeBuffer();
  buffer.addText(word);
  buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
  buffer.guessSegmentProperties();
  shape(face.font, buffer);
  const positions = buffer.getGlyphPositions();
  const clusters = new Map<number, GlyphPart[]>();
  buffer.getGlyphInfos().forEach(({ codepoint, cluster }, index) => {
    const position = positions[index];
    if (!position) return;
    const parts = clusters.get(cluster) ?? [];
    clusters.set(cluster, parts);
    parts.push({
      id: codepoint,
      x: position.xOffset * face.scale,
      y: Math.max(-MARK_REACH, Math.min(MARK_REACH, position.yOffset * face.scale)),
      advance: position.xAdvance * face.scale,
    });
  });
  const starts = [...clusters.keys()].toSorted((left, right) => left - right);
  const letters = starts.map((start, index) => ({
    text: word.slice(start, starts[index + 1] ?? word.length),
    parts: clusters.get(start) ?? [],
  }));
  return withJoinedOnes(letters, isRightToLeft).map(({ text, parts }): Glyph => {
    const spoken = isRightToLeft ? spokenFromRight(text, parts, face) : spokenFromLeft(text, parts, face);
    return { text, face, width: widthOf(parts), kind: 'ink', parts: spoken };
  });
}

/** What cannot be parted, with its glyphs from left to right. */
interface Letter {
  readonly text: string;
  readonly parts: readonly GlyphPart[];
}

/** Letters that take no room are drawn onto the one before them, so they belong to it; read from the right, joiners as well. */
function withJoinedOnes(letters: readonly Letter[], isRightToLeft: boolean): readonly Letter[] {
  const found: Letter[] = [];
  for (const letter of letters) {
    const before = found.at(-1);
    const isJoined = widthOf(letter.parts) === 0 && (isRightToLeft ? JOINER : DRAWN_ONTO).test(letter.text);
    if (!before || !isJoined) found.push(letter);
    else {
      const [left, right] = isRightToLeft ? [letter, before] : [before, letter];
      found[found.length - 1] = { text: before.text + letter.text, parts: [...left.parts, ...right.parts] };
    }
  }
  return found;
}

/**
 * The parts of a letter with what each says. pdf.js (Firefox) takes a glyph that says any mark for one without width, leaves
 * out the width of those that say nothing, and puts spaces where it then sees gaps. So where each part is one character, a
 * letter first and then marks without width, each says its own. Elsewhere a blank as wide as the whole says what stands
 * before the first mark, and the rest is said where pdf.js measures nothing.
 */
function spokenFromLeft(text: string, parts: readonly GlyphPart[], face: FontFace): readonly GlyphPart[] {
  const own = ownParts(text, parts);
  if (own) return own;
  const [first = ''] = text.match(BEFORE_MARKS) ?? [];
  if (parts.length === 1 && first === text) return parts;
  const blank = first === '' ? null : blankOf(parts, first, face);
  if (!blank) return spokenByWidest(text, parts);
  return [blank, ...parts.map((part, index) => withSaid(part, index === 0 ? text.slice(first.length) : ''))];
}

/** The same for letters that are read from the right: pdf.js turns what it reads around, so all of it is said turned. */
function spokenFromRight(text: string, parts: readonly GlyphPart[], face: FontFace): readonly GlyphPart[] {
  const own = ownParts(text, parts.toReversed());
  if (own) return own.toReversed();
  const [first = ''] = text.match(BEFORE_MARKS) ?? [];
  const rest = text.slice(first.length);
  const [ahead, marks] = HOLDS_MARK.test(rest) ? [first, rest] : [text, ''];
  const blank = ahead === '' ? null : blankOf(parts, turned(ahead), face);
  if (!blank) return spokenByWidest(turned(text), parts);
  const drawn = parts.map((part, index) => withSaid(part, index === 0 ? turned(marks) : ''));
  return [...drawn, { ...blank, x: -widthOf(parts) }];
}

/** The parts, where each is one of the characters, a letter first and then marks without width; null where it is not so. */
function ownParts(text: string, parts: readonly GlyphPart[]): readonly GlyphPart[] | null {
  const characters = [...text];
  if (characters.length === 1 && parts.length === 1) return parts;
  const areMarks = parts.every(
    ({ advance }, index) => index === 0 || (advance === 0 && MARK.test(characters[index] ?? '')),
  );
  if (characters.length !== parts.length || !areMarks) return null;
  return parts.map((part, index) => withSaid(part, characters[index] ?? ''));
}

/** A blank as wide as a letter, to say something in its place; null where the letter has no width, or its font no blank. */
function blankOf(parts: readonly GlyphPart[], says: string, face: FontFace): GlyphPart | null {
  const id = face.glyphOf(SPACE);
  const width = widthOf(parts);
  return id === undefined || width <= 0 ? null : { id, x: 0, y: 0, advance: 0, says, stretched: width };
}

/** What has neither ink nor room, to say something; null where the font has no blank. */
export function blankGlyph(face: FontFace, says: string): Glyph | null {
  const id = face.glyphOf(SPACE);
  if (id === undefined) return null;
  return { text: '', face, width: 0, kind: 'ink', parts: [{ id, x: 0, y: 0, advance: 0, says, stretched: 1 }] };
}

/** The parts of a letter of which the widest says the whole text, and the others nothing. */
function spokenByWidest(text: string, parts: readonly GlyphPart[]): readonly GlyphPart[] {
  const widest = Math.max(...parts.map((part) => part.advance));
  const main = parts.find((part) => part.advance === widest);
  return parts.map((part) => withSaid(part, part === main ? text : ''));
}

function withSaid(part: GlyphPart, says: string): GlyphPart {
  return { ...part, says: says === '' ? SAYS_NOTHING : says };
}

function turned(text: string): string {
  return [...text].reverse().join('');
}

function widthOf(parts: readonly GlyphPart[]): number {
  return parts.reduce((sum, { advance }) => sum + advance, 0);
}
