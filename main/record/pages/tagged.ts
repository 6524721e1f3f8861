import type { Canvas } from './canvas.ts';
import type { Slice } from './flow.ts';
import { type Role, Tag } from './tag.ts';

/** The same slices as one part of the document's structure. */
export function tagged(role: Role, slices: readonly Slice[], alt = ''): Slice[] {
  const tag = new Tag(role, { alt });
  return slices.map((slice) => ({
    ...slice,
    draw: (canvas: Canvas, y: number) => canvas.within(tag, () => slice.draw(canvas, y)),
  }));
}
