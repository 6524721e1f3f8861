import { type Column, endOf } from './column.ts';
import type { PdfFonts } from './fonts.ts';
import { type Artifact, Tag } from './tag.ts';
import { fitLine, type Line } from './text.ts';
import type { Colour, TextStyle } from './theme.ts';

export type Point = readonly [x: number, y: number];

/** Where a link leads: to an address, or to a place in the record. */
export type LinkTarget = { readonly url: string } | { readonly page: number; readonly y: number };

/** Something to draw. Points from the top left corner; `y` of a text is its baseline. */
type Shape =
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly line: Line; readonly style: TextStyle }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: Colour | null;
      readonly stroke: Colour | null;
    }
  | { readonly kind: 'path'; readonly points: readonly Point[]; readonly width: number; readonly colour: Colour }
  | {
      readonly kind: 'link';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly target: LinkTarget;
    }
  | { readonly kind: 'stamp'; readonly stamp: Canvas };

/** Something to draw, and the part of the document that it belongs to, or what it is instead. */
export type Op = Shape & { readonly tag: Tag | Artifact };

/**
 * One page as a list of things to draw. They are drawn last, when it is known which characters the fonts
 * must have, how many pages there are and where everything is.
 */
export class Canvas {
  readonly ops: Op[] = [];
  readonly fonts: PdfFonts;
  #tag: Tag | Artifact = 'ornament';

  constructor(fonts: PdfFonts) {
    this.fonts = fonts;
  }

  /** The part of the document that is being drawn. */
  get tag(): Tag | Artifact {
    return this.#tag;
  }

  /** Draws a part of the document, or what does not belong to its text. */
  within(tag: Tag | Artifact, draw: () => unknown): void {
    const outer = this.#tag;
    if (tag instanceof Tag && outer instanceof Tag) tag.parent ??= outer;
    this.#tag = tag;
    draw();
    this.#tag = outer;
  }

  line(x: number, y: number, line: Line, style: TextStyle): void {
    if (line.glyphs.length > 0) this.#add({ kind: 'text', x, y, line, style });
  }

  /** Writes a line of a paragraph: at the left of its column, or at the right if it is read from there. */
  lineIn(column: Column, y: number, line: Line, style: TextStyle): void {
    this.line(line.rightToLeft ? endOf(column) - line.width : column.x, y, line, style);
  }

  /** Writes one line of text, cut where it does not fit, and returns its width. */
  text(x: number, y: number, text: string, style: TextStyle, width = Number.POSITIVE_INFINITY): number {
    const line = fitLine(text, style, width, this.fonts);
    this.line(x, y, line, style);
    return line.width;
  }

  /** Writes one line of text that ends at `right`. */
  textEnd(right: number, y: number, text: string, style: TextStyle): number {
    const line = fitLine(text, style, Number.POSITIVE_INFINITY, this.fonts);
    this.line(right - line.width, y, line, style);
    return line.width;
  }

  box(
    x: number,
    y: number,
    width: number,
    height: number,
    look: { readonly fill?: Colour; readonly stroke?: Colour; readonly radius?: number },
  ): void {
    const { fill = null, stroke = null, radius = 0 } = look;
    this.#add({ kind: 'box', x, y, width, height, radius, fill, stroke });
  }

  path(points: readonly Point[], width: number, colour: Colour): void {
    if (points.length > 0) this.#add({ kind: 'path', points, width, colour });
  }

  rule(x: number, y: number, width: number, colour: Colour, weight = 0.6): void {
    this.path(
      [
        [x, y],
        [x + width, y],
      ],
      weight,
      colour,
    );
  }

  link(x: number, y: number, width: number, height: number, target: LinkTarget): void {
    this.#add({ kind: 'link', x, y, width, height, target });
  }

  /** Draws shapes that several pages share and the file holds once. It has no text: text is looked for among the page's own operations. */
  stamp(stamp: Canvas): void {
    this.#add({ kind: 'stamp', stamp });
  }

  #add(shape: Shape): void {
    this.ops.push({ ...shape, tag: this.#tag });
  }
}

/** Distance from the top of a line to its baseline, so that text stands in the middle of its leading. */
export function baseline(style: TextStyle): number {
  return (style.leading + style.size * 0.72) / 2;
}
