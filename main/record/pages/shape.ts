import { Direction, Buffer as ShapeBuffer, shape } from 'harfbuzzjs';
import type { FontFace } from './fonts.ts';
import type { Glyph, GlyphPart } from './glyph.ts';

/** Said by parts of a letter that have no text of their own; programs that copy text ignore it. */
export const SAYS_NOTHING = '\u2060';

/** A mark that takes no room of its own. */
const MARK = /^\p{Mn}$/u;

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
  return starts.map((start, index): Glyph => {
    const text = word.slice(start, starts[index + 1] ?? word.length);
    const found = clusters.get(start) ?? [];
    const width = found.reduce((sum, part) => sum + part.advance, 0);
    return { text, face, width, kind: 'ink', parts: spokenParts(text, found) };
  });
}

/**
 * The parts of a letter. Where each part is one of its characters, a letter first and then marks without width, each says its
 * own: pdf.js (Firefox) puts no space before a mark. Elsewhere the widest part says the whole text, and the others nothing.
 */
function spokenParts(text: string, parts: readonly GlyphPart[]): readonly GlyphPart[] {
  if (parts.length === 1) return parts;
  const characters = [...text];
  const areMarks = parts.every(
    ({ advance }, index) => index === 0 || (advance === 0 && MARK.test(characters[index] ?? '')),
  );
  if (characters.length === parts.length && areMarks) {
    return parts.map((part, index) => ({ ...part, says: characters[index] ?? '' }));
  }
  const widest = Math.max(...parts.map((part) => part.advance));
  const main = parts.find((part) => part.advance === widest);
  return parts.map((part) => ({ ...part, says: part === main ? text : SAYS_NOTHING }));
}
