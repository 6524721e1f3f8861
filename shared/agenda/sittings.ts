import type { AgendaEntry } from './agenda.ts';

/** Longest sitting that people follow, in minutes. */
export const SITTING = 90;

/** A section in a sitting, with the minute at which it begins. */
export interface PlacedEntry {
  readonly entry: AgendaEntry;
  /** Minutes since the sitting began. */
  readonly from: number;
}

/** How many sittings a number of minutes takes. */
export function sittingCount(minutes: number): number {
  return minutes <= SITTING ? 1 : Math.max(2, Math.round(minutes / SITTING));
}

/** The sections of an agenda, in order, parted into sittings of about the same length; none goes over two sittings. */
export function sittings(entries: readonly AgendaEntry[]): readonly (readonly PlacedEntry[])[] {
  const total = entries.reduce((sum, { minutes }) => sum + minutes, 0);
  const length = total / sittingCount(total);
  const parted: PlacedEntry[][] = [];
  let before = 0;
  for (const entry of entries) {
    // It is in the sitting in which its middle lies.
    const index = Math.max(
      0,
      Math.min(Math.floor((before + entry.minutes / 2) / Math.max(length, 1)), sittingCount(total) - 1),
    );
    const last = parted.at(-1);
    const isNext = last === undefined || index > parted.length - 1;
    if (isNext) parted.push([{ entry, from: 0 }]);
    else last.push({ entry, from: endOf(last) });
    before += entry.minutes;
  }
  return parted;
}

function endOf(placed: readonly PlacedEntry[]): number {
  const last = placed.at(-1);
  return last ? last.from + last.entry.minutes : 0;
}
