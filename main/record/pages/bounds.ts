import type { Op } from './canvas.ts';

/** A rectangle on a page, in points from its top left corner. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How far letters reach above and below their line, as parts of the font size. */
const ASCENT = 0.95;
const DESCENT = 0.3;

/** What an operation covers; a stamp is drawn behind everything and covers nothing. */
export function boundsOf(op: Op): Bounds | null {
  switch (op.kind) {
    case 'text': {
      const { size } = op.style;
      return { left: op.x, top: op.y - size * ASCENT, right: op.x + op.line.width, bottom: op.y + size * DESCENT };
    }
    case 'box':
    case 'link':
      return { left: op.x, top: op.y, right: op.x + op.width, bottom: op.y + op.height };
    case 'path': {
      const half = op.width / 2;
      const [xs, ys] = [op.points.map(([x]) => x), op.points.map(([, y]) => y)];
      return {
        left: Math.min(...xs) - half,
        top: Math.min(...ys) - half,
        right: Math.max(...xs) + half,
        bottom: Math.max(...ys) + half,
      };
    }
    case 'stamp':
      return null;
  }
}

/** The smallest rectangle around two. */
export function around(one: Bounds, other: Bounds): Bounds {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}
