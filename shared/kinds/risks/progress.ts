import { type OpenPoint, point } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { viewPoints } from '#shared/review/view-points.ts';
import type { Template } from '#shared/template/template.ts';
import { isRiskOwed, riskGaps, risksOf } from './risks.ts';

export function riskPoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  const gapPoints = risksOf(review, template).flatMap((risk) => {
    if (risk.assessment.applicable === null && !isRiskOwed(risk, review, template)) return [];
    const gaps = riskGaps(risk);
    return gaps.length === 0 ? [] : [point('risks', [risk.id], `${risk.name}: ${gaps.join(', ')}`)];
  });
  return [...gapPoints, ...viewPoints(review, template, 'risks')];
}
