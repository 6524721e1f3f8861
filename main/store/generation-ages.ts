/** An earlier version of a review. */
export interface Kept {
  readonly name: string;
  /** When it was replaced, in milliseconds since 1970. */
  readonly at: number;
  /** In bytes. */
  readonly size: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Up to which age one is kept of each stretch of time, in milliseconds. Older ones go. */
const AGES = [
  { upTo: HOUR, each: 10 * MINUTE },
  { upTo: DAY, each: HOUR },
  { upTo: 7 * DAY, each: DAY },
  { upTo: 70 * DAY, each: 7 * DAY },
] as const;

/** Most that the versions of one review may take, in bytes. */
export const SIZE_LIMIT = 64 * 1024 * 1024;

/**
 * Which versions are kept, newest first as they are given: always the one before the last save, and the last of each ten
 * minutes of the past hour, hour of the past day, day of the past week and week of the ten before; fewer where they are large.
 * The first one of all stays as well: every copy of the review that somebody changed elsewhere came from it, which a merge has to know.
 * @param now milliseconds since 1970
 */
export function thinned(versions: readonly Kept[], now: number): readonly Kept[] {
  const taken = new Set<string>();
  let size = 0;
  return versions.filter(({ at, size: own }, index) => {
    const stretch = stretchOf(at, now);
    const isEnd = index === 0 || index === versions.length - 1;
    const isKept = isEnd || (stretch !== null && !taken.has(stretch) && size + own <= SIZE_LIMIT);
    if (!isKept) return false;
    // The one before the last save stands for its stretch as well.
    if (stretch !== null) taken.add(stretch);
    size += own;
    return true;
  });
}

/** Names the stretch of time that a moment lies in; null beyond them all. A clock that was set back makes nothing old. */
function stretchOf(at: number, now: number): string | null {
  const age = Math.max(now - at, 0);
  const step = AGES.find(({ upTo }) => age < upTo);
  return step ? `${step.each} ${Math.floor(at / step.each)}` : null;
}
