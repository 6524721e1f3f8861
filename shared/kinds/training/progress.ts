import { isBlank } from '#shared/base/fields.ts';
import { needed, type OpenPoint, point } from '#shared/review/open-point.ts';
import { commitmentState, partOf, type ReviewDocument, topicState } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';

export function trainingPoints(review: ReviewDocument, section: SectionOf<'training'>): readonly OpenPoint[] {
  const { startOn, protectedTime } = partOf(review, 'training');
  return [
    ...needed(startOn === null, 'training', ['start'], 'Set the first day of learning'),
    ...needed(
      section.protectedTime !== null && protectedTime === null,
      'training',
      ['protected-time'],
      'Say whether time for learning is set aside',
    ),
    ...section.topics.flatMap((topic) => {
      const { done, who } = topicState(review, topic.id);
      return needed(!done && isBlank(who), 'training', [topic.id], `Name who learns “${topic.name}”`);
    }),
  ];
}

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
