import type { OpenPoint, SectionProgress } from '#shared/review/progress.ts';
import type { SectionKind } from '#shared/template/template.ts';

/** What is open at a place, to be compared later. */
export function openAt(progress: readonly SectionProgress[], target: string | null): string {
  const points = progress.flatMap((entry) => entry.openPoints).filter((point) => point.target === target);
  return points.map(({ text }) => text).join('\n');
}

/**
 * The open point after the place last gone to; without one, the first of the section shown or of a
 * later one. After the last point comes the first again; null when nothing is open. A place that owes
 * something else than on arrival (`seen`, from `openAt`) comes again: an answer given now needs its reason.
 */
export function nextOpenPoint(
  progress: readonly SectionProgress[],
  section: SectionKind | null,
  target: string | null,
  seen = openAt(progress, target),
): OpenPoint | null {
  const points = progress.flatMap((entry) => entry.openPoints);
  const here = points.find((point) => point.target === target);
  if (here && openAt(progress, target) !== seen) return here;
  const last = points.findLastIndex((point) => point.target === target);
  if (last >= 0) return points[(last + 1) % points.length] ?? null;
  const kinds = progress.map((entry) => entry.kind);
  const start = section === null ? 0 : kinds.indexOf(section);
  return points.find((point) => kinds.indexOf(point.section) >= start) ?? points[0] ?? null;
}
