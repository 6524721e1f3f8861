import type { ReviewDocument } from '../review.ts';
import { riskGaps, risksOf } from '../risks.ts';
import type { Template } from '../template.ts';
import { type OpenPoint, point } from './open-point.ts';

export function riskPoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  return risksOf(review, template).flatMap((risk) => {
    const gaps = riskGaps(risk);
    return gaps.length === 0 ? [] : [point('risks', [risk.id], `${risk.name}: ${gaps.join(', ')}`)];
  });
}
