import { Direction, Buffer as ShapeBuffer, shape } from 'harfbuzzjs';
import type { FontFace } from './pdf-fonts.ts';
import type { Glyph, GlyphPart } from './pdf-glyphs.ts';

/** Readers pass over this where a part of a letter has nothing to say. */
export const NOTHING = '\u2060';

/**
 * A word of a script written from right to left as HarfBuzz sets it: letters joined, marks in place. The
 * glyphs come in the order of the text; the parts of one glyph from left to right.
 */
export function shapeWord(word: string, face: FontFace): readonly Glyph[] {
  const buffer = new ShapeBuffer();
  buffer.addText(word);
  buffer.setDirection(Direction.RTL);
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
      y: position.yOffset * face.scale,
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
  const widest = Math.max(...parts.map((part) => part.advance));
  const main = parts.find((part) => part.advance === widest);
  return parts.map((part) => ({ ...part, says: part === main ? text : NOTHING }));
}
