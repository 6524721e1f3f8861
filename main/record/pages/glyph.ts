import type { FontFace } from './fonts.ts';

/** A glyph of a font and its offset from the current point of the text, in thousandths of the font size. */
export interface GlyphPart {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  /** The text it says, where that differs from the text of the whole glyph. */
  readonly says?: string;
  /** How wide it is drawn instead of as wide as its font has it; for what has no ink. */
  readonly stretched?: number;
}

/** A unit that no line break divides: a character ready to draw, a shaped letter with its marks, a letter of a stand-in. */
export interface Glyph {
  /** The text it says; for a mirrored bracket, the bracket that was typed. */
  readonly text: string;
  readonly face: FontFace;
  /** In thousandths of the font size. */
  readonly width: number;
  readonly kind: 'ink' | 'space' | 'mark';
  readonly parts: readonly GlyphPart[];
}
