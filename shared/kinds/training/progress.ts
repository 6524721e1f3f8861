import { needed, type OpenPoint } from '#shared/review/open-point.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { owesLearner, topicState } from './answers.ts';

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
      return needed(
        owesLearner(topicState(review, topic.id)),
        'training',
        [topic.id],
        `Name who learns “${topic.name}”`,
      );
    }),
  ];
}
