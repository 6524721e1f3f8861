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

/**
 * The sections of an agenda, in order, parted into sittings; none goes over two sittings.
 * @param cuts kinds of the sections with which a further sitting begins; without them, all are of about the same length
 */
export function sittings(
  entries: readonly AgendaEntry[],
  cuts: readonly string[] | undefined,
): readonly (readonly PlacedEntry[])[] {
  if (!cuts) return evenSittings(entries);
  const parted: PlacedEntry[][] = [];
  for (const entry of entries) {
    const last = parted.at(-1);
    if (last === undefined || cuts.includes(entry.kind)) parted.push([{ entry, from: 0 }]);
    else last.push({ entry, from: endOf(last) });
  }
  return parted;
}

function evenSittings(entries: readonly AgendaEntry[]): readonly (readonly PlacedEntry[])[] {
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

/** Minutes that a sitting is planned to take, breaks left out. */
export function sittingMinutes(sitting: readonly PlacedEntry[]): number {
  return endOf(sitting);
}

/** How long an agenda takes as it is parted, in a clause: “about 3 hours, in two sittings of 75 and 105 minutes”. */
export function lengthInSittings(minutes: number, parted: readonly (readonly PlacedEntry[])[]): string {
  const about = minutes <= SITTING ? tensText(minutes) : hoursText(minutes);
  if (parted.length < 2) return `about ${about}${minutes <= SITTING ? '' : ', in one sitting'}`;
  const lengths = parted.map((sitting) => String(sittingMinutes(sitting)));
  const listed = `${lengths.slice(0, -1).join(', ')} and ${lengths.at(-1)}`;
  return `about ${about}, in ${smallNumber(parted.length)} sittings of ${listed} minutes`;
}

/** Minutes to the nearest ten. */
export function tensText(minutes: number): string {
  return `${Math.max(5, Math.round(minutes / 10) * 10)} minutes`;
}

/** Minutes to the nearest half hour. */
export function hoursText(minutes: number): string {
  return `${Math.round(minutes / 30) / 2} hours`;
}

const SMALL: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four' };

/** A number of sittings in words where it is small. */
export function smallNumber(count: number): string {
  return SMALL[count] ?? String(count);
}

function endOf(placed: readonly PlacedEntry[]): number {
  const last = placed.at(-1);
  return last ? last.from + last.entry.minutes : 0;
}
