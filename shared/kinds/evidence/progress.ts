import { isBlank } from '#shared/base/limits.ts';
import { type OpenPoint, point } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { trackedMeasures } from './measures.ts';

/** One measure that was really taken is owed; targets and further measures are the team's choice. */
export function evidencePoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  const tracked = trackedMeasures(review, template);
  if (tracked.some(({ entry }) => entry.baseline !== null && !isBlank(entry.method))) return [];
  const [first] = tracked;
  if (!first) return [point('evidence', ['measures'], 'Pick at least one measure')];
  return tracked.some(({ entry }) => entry.baseline !== null)
    ? [point('evidence', [first.id], 'Say how a baseline was measured')]
    : [point('evidence', [first.id], 'Measure at least one baseline')];
}
