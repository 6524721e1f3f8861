import { Direction, Buffer as ShapeBuffer, shape } from 'harfbuzzjs';
import type { FontFace } from './pdf-fonts.ts';
import type { Glyph, GlyphPart } from './pdf-glyphs.ts';

const ZERO_WIDTH = 0x200c;
const NONE: GlyphPart = { id: 0, x: 0, y: 0, advance: 0 };

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
    return { text, face, width, kind: 'ink', parts: speaking(text, found, face) };
  });
}

/**
 * Parts of a letter, of which one says it; its dots and marks only add to how it looks. Readers turn
 * letters around one by one, so marks are said before their letter, by a glyph without ink or width.
 */
function speaking(text: string, parts: readonly GlyphPart[], face: FontFace): readonly GlyphPart[] {
  const main = parts.reduce((widest, part) => (part.advance > widest.advance ? part : widest), parts[0] ?? NONE);
  const [letter = '', ...marks] = text;
  const inkless = face.glyphOf(ZERO_WIDTH);
  if (inkless === undefined || !marks.every((mark) => /^\p{M}$/u.test(mark))) {
    return parts.map((part) => (part === main ? part : { ...part, says: '' }));
  }
  const said = marks.reverse().map((mark) => ({ ...NONE, id: inkless, says: mark, hidden: true }));
  return parts.flatMap((part) => (part === main ? [...said, { ...part, says: letter }] : [{ ...part, says: '' }]));
}
