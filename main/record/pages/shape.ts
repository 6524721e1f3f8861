import { Direction, Buffer as ShapeBuffer, shape } from 'harfbuzzjs';
import type { FontFace } from './fonts.ts';
import type { Glyph, GlyphPart } from './glyph.ts';

/** Readers pass over this where a part of a letter has nothing to say. */
export const NOTHING = '\u2060';

/** How far a mark may stand from its place at a letter, in thousandths: a heap of them must not reach into other lines. */
const REACH = 500;

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
      y: Math.max(-REACH, Math.min(REACH, position.yOffset * face.scale)),
      advance: position.xAdvance * face.scale,
    });
  });
  const starts = [...clusters.keys()].toSorted((left, right) => left - right);
  return starts.map((start, index): Glyph => {
    const text = word.slice(start, starts[index + 1] ?? word.length);
    const found = clusters.get(start) ?? [];
    const width = found.reduce((sum, part) => sum + part.advance, 0);
    return { text, face, width, kind: 'ink', parts: speaking(text, found) };
  });
}

/** Parts of a letter, of which one says it; its dots and marks only add to how it looks. */
function speaking(text: string, parts: readonly GlyphPart[]): readonly GlyphPart[] {
  if (parts.length === 1) return parts;
  const widest = Math.max(...parts.map((part) => part.advance));
  const main = parts.find((part) => part.advance === widest);
  return parts.map((part) => ({ ...part, says: part === main ? text : NOTHING }));
}
