/**
 * Parts a list into pages of whole entries, so that nobody has to scroll.
 * @param heights of the entries, in px
 * @param gap between two of them
 * @param room height that there is for a page
 * @param note height of the line that leads on to the next page, with its gap
 * @returns where each page begins; a single page where all fit
 */
export function pageStarts(heights: readonly number[], gap: number, room: number, note: number): readonly number[] {
  const all = heights.reduce((sum, height) => sum + height + gap, -gap);
  if (all <= room) return [0];
  const starts = [0];
  let used = 0;
  for (const [index, height] of heights.entries()) {
    // One that is too high by itself is shown all the same.
    const isFirst = index === starts.at(-1);
    if (!isFirst && used + height + note > room) {
      starts.push(index);
      used = 0;
    }
    used += height + gap;
  }
  return starts;
}
