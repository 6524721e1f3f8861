import { isBlank } from '#shared/base/limits.ts';
import { needed, type OpenPoint, point } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { commitmentState } from './answers.ts';

export function commitmentsPoints(review: ReviewDocument, section: SectionOf<'commitments'>): readonly OpenPoint[] {
  return section.commitments.flatMap((commitment) => {
    const { made, note } = commitmentState(review, commitment.id);
    if (made === null) return [point('commitments', [commitment.id], `Answer “${commitment.name}”`)];
    return needed(
      !made && isBlank(note),
      'commitments',
      [commitment.id],
      `Say why “${commitment.name}” is not promised`,
    );
  });
}
