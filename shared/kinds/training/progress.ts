import { isBlank } from '#shared/base/limits.ts';
import { needed, type OpenPoint } from '#shared/review/open-point.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { topicState } from './answers.ts';

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
