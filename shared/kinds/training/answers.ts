import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { topicSchema } from './schema.ts';

export type TopicState = DeepReadonly<z.output<typeof topicSchema>>;

const NO_TOPIC: TopicState = topicSchema.parse({});

export function topicState(review: ReviewDocument, topic: string): TopicState {
  return review.training?.topics[topic] ?? NO_TOPIC;
}

/** Whether a topic still needs somebody who learns it. */
export function owesLearner({ done, who }: Pick<TopicState, 'done' | 'who'>): boolean {
  return !done && isBlank(who);
}
