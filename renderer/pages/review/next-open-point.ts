import type { OpenPoint, SectionProgress } from '#shared/progress.ts';
import type { SectionKind } from '#shared/template.ts';

/**
 * The open point after the place last gone to; without one, the first of the section shown or of a
 * later one. After the last point comes the first again; null when nothing is open.
 */
export function nextOpenPoint(
  progress: readonly SectionProgress[],
  section: SectionKind | null,
  target: string | null,
): OpenPoint | null {
  const points = progress.flatMap((entry) => entry.openPoints);
  const last = points.findLastIndex((point) => point.target === target);
  if (last >= 0) return points[(last + 1) % points.length] ?? null;
  const kinds = progress.map((entry) => entry.kind);
  const start = section === null ? 0 : kinds.indexOf(section);
  return points.find((point) => kinds.indexOf(point.section) >= start) ?? points[0] ?? null;
}
