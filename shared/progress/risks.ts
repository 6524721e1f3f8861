import type { ReviewDocument } from '#shared/review.ts';
import { riskGaps, risksOf } from '#shared/risks.ts';
import type { Template } from '#shared/template.ts';
import { type OpenPoint, point } from './open-point.ts';

export function riskPoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  return risksOf(review, template).flatMap((risk) => {
    const gaps = riskGaps(risk);
    return gaps.length === 0 ? [] : [point('risks', [risk.id], `${risk.name}: ${gaps.join(', ')}`)];
  });
}
