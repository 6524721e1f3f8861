import type { Canvas } from './canvas.ts';

/** A strip across the column that no page break cuts, such as a line of text or a line of a table row. */
export interface Slice {
  /** In points. */
  readonly height: number;
  /** Space above, dropped at the top of a page. */
  readonly gap: number;
  /** Whether the next slice has to be on the same page; `gently`: unless that would leave much of a page blank. */
  readonly keep: boolean | 'gently';
  /** Strips repeated at the top of a page that begins with this one, such as a table's header. */
  readonly repeat?: readonly Slice[];
  readonly draw: (canvas: Canvas, y: number) => void;
  /** Called with the place of the slice. */
  readonly mark?: (place: Place) => void;
}

/** A place in the record; pages count from 1. */
export interface Place {
  readonly page: number;
  readonly y: number;
}

/** Height of slices set one below the other, without the space above the first. */
export function heightOf(slices: readonly Slice[]): number {
  return slices.reduce((sum, slice, index) => sum + slice.height + (index === 0 ? 0 : slice.gap), 0);
}

/** Draws slices one below the other from `y` on, for stacks that stand side by side. */
export function drawStack(canvas: Canvas, y: number, slices: readonly Slice[]): void {
  let top = y;
  slices.forEach((slice, index) => {
    top += index === 0 ? 0 : slice.gap;
    slice.draw(canvas, top);
    top += slice.height;
  });
}

/** The same slices, kept together with each other and with what follows. */
export function keepNext(slices: readonly Slice[]): readonly Slice[] {
  return slices.map((slice) => ({ ...slice, keep: true }));
}

/** Entries of which neither the first nor the last is left by itself on a page. */
export function withoutOrphans(entries: readonly (readonly Slice[])[]): readonly (readonly Slice[])[] {
  return entries.map((slices, index) => {
    const isNearEdge = index < entries.length - 1 && (index === 0 || index === entries.length - 2);
    if (!isNearEdge) return slices;
    return slices.map((slice, at) => (at === slices.length - 1 ? { ...slice, keep: true } : slice));
  });
}

/** The same slices with their gaps made part of their height, so that a ground behind each slice has no stripes. */
export function joined(slices: readonly Slice[]): readonly Slice[] {
  return slices.map((slice) => ({
    ...slice,
    gap: 0,
    height: slice.height + slice.gap,
    draw: (canvas: Canvas, y: number) => slice.draw(canvas, y + slice.gap),
  }));
}
