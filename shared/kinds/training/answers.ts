import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { topicSchema } from './schema.ts';

export type TopicState = DeepReadonly<z.output<typeof topicSchema>>;

const NO_TOPIC: TopicState = topicSchema.parse({});

export function topicState(review: ReviewDocument, topic: string): TopicState {
  return review.training?.topics[topic] ?? NO_TOPIC;
}
