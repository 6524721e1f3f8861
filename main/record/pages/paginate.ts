import { Canvas } from './canvas.ts';
import { heightOf, type Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { PAGE } from './theme.ts';

/** A page of slices, each with the place of its top; not drawn yet. */
export interface FilledPage {
  readonly placed: readonly { readonly slice: Slice; readonly y: number }[];
  /** Where its last slice ends, in points. */
  readonly end: number;
}

/** The most that may stay blank at the foot of a page to keep a part in one piece, in points: about a sixth of the page. */
const BLANK_LIMIT = 110;

/** The most of a page that may stay blank while something follows. */
export const BLANK_SHARE = 1 / 3;
/** A last page is not worth turning to when less of it is filled than this. */
export const LAST_SHARE = 1 / 4;

/** Shares of the space between slices that are tried, those closest to the usual one first. */
const SPACINGS = [1, 0.9, 1.1, 0.8, 1.2, 0.7, 1.35, 0.6, 1.5, 0.5, 1.7] as const;

/**
 * Fills pages with the first page and then the parts of a record, spaced so that no page is left blank for more than a
 * third, the last one is worth turning to, and there are no more than wanted, as far as any of a few spacings does that.
 * @param bottom where the column ends, in points
 * @param most pages that are wanted at most
 */
export function fillPages(
  cover: readonly Slice[],
  parts: readonly (readonly Slice[])[],
  bottom: number,
  most: number,
): readonly FilledPage[] {
  let best: { readonly pages: readonly FilledPage[]; readonly faults: number } | null = null;
  for (const spacing of SPACINGS) {
    const pages = paginate(cover, spacing === 1 ? parts : parts.map((part) => spaced(part, spacing)), bottom);
    const faults = faultsOf(pages, bottom) + Math.max(0, pages.length - most);
    if (!best || faults < best.faults) best = { pages, faults };
    if (best.faults === 0) break;
  }
  return best?.pages ?? [];
}

/** Draws filled pages; `prepare` draws what lies behind the text of each. */
export function drawPages(
  filled: readonly FilledPage[],
  fonts: PdfFonts,
  prepare: (canvas: Canvas) => void = () => undefined,
): readonly Canvas[] {
  return filled.map(({ placed }, index) => {
    const canvas = new Canvas(fonts);
    prepare(canvas);
    for (const { slice, y } of placed) {
      slice.mark?.({ page: index + 1, y });
      slice.draw(canvas, y);
    }
    return canvas;
  });
}

/** How much of a page is blank at its foot, from 0 to 1. */
export function blankShare({ end }: FilledPage, bottom: number): number {
  return (bottom - end) / (bottom - PAGE.top);
}

/** Pages that are blank for too much of them. */
function faultsOf(pages: readonly FilledPage[], bottom: number): number {
  return pages.filter((page, index) => {
    const isLast = index === pages.length - 1;
    return blankShare(page, bottom) > (isLast && index > 0 ? 1 - LAST_SHARE : isLast ? 1 : BLANK_SHARE);
  }).length;
}

function paginate(
  cover: readonly Slice[],
  parts: readonly (readonly Slice[])[],
  bottom: number,
): readonly FilledPage[] {
  const filling = new Filling(bottom);
  filling.add(cover);
  // What follows a first page with little on it begins there.
  if (filling.blank <= BLANK_SHARE) filling.breakPage();
  for (const part of parts) filling.add(part);
  return filling.pages;
}

/** The same slices with a share of the space above each. */
function spaced(slices: readonly Slice[], share: number): readonly Slice[] {
  return slices.map((slice) => ({ ...slice, gap: slice.gap * share }));
}

/** Pages that are being filled from top to bottom. */
export class Filling {
  readonly #pages: { placed: { slice: Slice; y: number }[]; end: number }[] = [];
  readonly #bottom: number;
  #y: number;

  constructor(bottom: number) {
    this.#bottom = bottom;
    this.#y = bottom;
  }

  get pages(): readonly FilledPage[] {
    return this.#pages;
  }

  /** How much of the present page is blank. */
  get blank(): number {
    return (this.#bottom - this.#y) / (this.#bottom - PAGE.top);
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

  /** Begins a new page unless this one is still blank. */
  breakPage(): void {
    if (this.#y > PAGE.top || this.#pages.length === 0) this.#newPage();
  }

  /** Whether slices can stay in one piece without leaving much of this page blank. */
  #isWorthKeeping(slices: readonly Slice[]): boolean {
    const room = this.#bottom - this.#y - (slices[0]?.gap ?? 0);
    return heightOf(slices) <= room || room <= BLANK_LIMIT;
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
    const page = this.#pages.at(-1) ?? this.#newPage();
    if (this.#y > PAGE.top) this.#y += slice.gap;
    page.placed.push({ slice, y: this.#y });
    this.#y += slice.height;
    page.end = this.#y;
  }

  #newPage() {
    const page = { placed: [], end: PAGE.top };
    this.#pages.push(page);
    this.#y = PAGE.top;
    return page;
  }
}

/** The end of the group that has to be on one page with the slice at `start`; `gently` includes those kept gently. */
function groupEnd(slices: readonly Slice[], start: number, gently: boolean): number {
  const isKept = (slice: Slice | undefined) => (gently ? slice?.keep !== false : slice?.keep === true);
  let end = start;
  while (end < slices.length - 1 && isKept(slices[end])) end++;
  return end + 1;
}
