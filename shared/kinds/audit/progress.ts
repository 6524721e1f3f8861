import { isBlank } from '#shared/base/limits.ts';
import { needed, type OpenPoint, point } from '#shared/review/open-point.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Dependency } from './answers.ts';

/** The list of tools may stay unticked: it shows readiness and is no gate. */
export function auditPoints(review: ReviewDocument): readonly OpenPoint[] {
  const { dependencies } = partOf(review, 'audit');
  if (dependencies.length === 0) {
    return [point('audit', ['dependencies'], 'List what the component depends on')];
  }
  return dependencies.flatMap(dependencyPoints);
}

function dependencyPoints({ id, name, status, days, owner }: Dependency): readonly OpenPoint[] {
  const label = isBlank(name) ? 'Unnamed dependency' : `“${name}”`;
  const gaps = [
    ...(isBlank(name) ? ['name it'] : []),
    ...(status === null ? ['say how ready its counterpart is'] : []),
    ...(status === 'missing' && days === null ? ['estimate the days'] : []),
    ...(status === 'missing' && isBlank(owner) ? ['name an owner'] : []),
  ];
  return needed(gaps.length > 0, 'audit', [id], `${label}: ${gaps.join(', ')}`);
}
