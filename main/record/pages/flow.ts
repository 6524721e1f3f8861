import { Canvas } from './canvas.ts';
import type { PdfFonts } from './fonts.ts';
import { PAGE, type Sheet } from './theme.ts';

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

/** The most that may stay blank at the foot of a page to keep a part in one piece, in points: about a sixth of the page. */
const BLANK_LIMIT = 110;

/** Fills pages with slices from top to bottom. */
export class Flow {
  readonly pages: Canvas[] = [];
  readonly #fonts: PdfFonts;
  readonly #prepare: (canvas: Canvas) => void;
  readonly #bottom: number;
  #y: number;

  /** @param prepare draws what lies behind the text of every page. */
  constructor(sheet: Sheet, fonts: PdfFonts, prepare: (canvas: Canvas) => void) {
    this.#fonts = fonts;
    this.#prepare = prepare;
    this.#bottom = sheet.bottom;
    this.#y = sheet.bottom;
  }

  /** Places slices one below the other. */
  add(slices: readonly Slice[]): void {
    let index = 0;
    while (index < slices.length) {
      // The rest of a part that was broken does not have to stay in one piece.
      const isBroken = slices[index - 1]?.keep === 'gently';
      const part = slices.slice(index, groupEnd(slices, index, !isBroken));
      const group = this.#isWorthKeeping(part) ? part : slices.slice(index, groupEnd(slices, index, false));
      // A group taller than a page has to be cut; its slices are then placed one by one.
      if (heightOf(group) <= this.#bottom - PAGE.top) this.#placeTogether(group);
      else for (const slice of group) this.#placeTogether([slice]);
      index += group.length;
    }
  }

  /** Whether slices can stay in one piece without leaving much of this page blank. */
  #isWorthKeeping(slices: readonly Slice[]): boolean {
    const room = this.#bottom - this.#y - (slices[0]?.gap ?? 0);
    return heightOf(slices) <= room || room <= BLANK_LIMIT;
  }

  /** Begins a new page unless this one is still blank. */
  breakPage(): void {
    if (this.#y > PAGE.top || this.pages.length === 0) this.#newPage();
  }

  #placeTogether(group: readonly Slice[]): void {
    const atTop = this.#y === PAGE.top;
    if (!atTop && this.#y + heightOf(group) + (group[0]?.gap ?? 0) > this.#bottom) {
      this.#newPage();
      for (const slice of group[0]?.repeat ?? []) this.#place(slice);
    }
    for (const slice of group) this.#place(slice);
  }

  #place(slice: Slice): void {
    const page = this.pages.at(-1) ?? this.#newPage();
    if (this.#y > PAGE.top) this.#y += slice.gap;
    slice.mark?.({ page: this.pages.length, y: this.#y });
    slice.draw(page, this.#y);
    this.#y += slice.height;
  }

  #newPage(): Canvas {
    const page = new Canvas(this.#fonts);
    this.#prepare(page);
    this.pages.push(page);
    this.#y = PAGE.top;
    return page;
  }
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

/** The end of the group that has to be on one page with the slice at `start`; `gently` includes those kept gently. */
function groupEnd(slices: readonly Slice[], start: number, gently: boolean): number {
  const isKept = (slice: Slice | undefined) => (gently ? slice?.keep !== false : slice?.keep === true);
  let end = start;
  while (end < slices.length - 1 && isKept(slices[end])) end++;
  return end + 1;
}
