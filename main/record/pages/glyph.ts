import type { FontFace } from './fonts.ts';

/** A glyph of a font with its place, in thousandths of the font size, relative to where the text has come to. */
export interface GlyphPart {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  /** What it says where that is not all of what the glyph says. */
  readonly says?: string;
}

/** What cannot be parted: a character ready to draw, a shaped letter with its marks, a letter of a stand-in. */
export interface Glyph {
  /** What it says; a mirrored bracket says the bracket that was typed. */
  readonly text: string;
  readonly face: FontFace;
  /** In thousandths of the font size. */
  readonly width: number;
  readonly kind: 'ink' | 'space' | 'mark';
  readonly parts: readonly GlyphPart[];
}
