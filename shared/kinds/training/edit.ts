import { isBlank } from '#shared/base/limits.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import { changePart } from '#shared/review/edit-part.ts';
import { type Part, partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { owesLearner, type TopicState, topicState } from './answers.ts';
import { topicSchema } from './schema.ts';

const UNTOUCHED: TopicState = topicSchema.parse({});

type Plan = Omit<Part<'training'>, 'topics'>;

/** Changes the first day, or what is said about time set aside for learning. */
export function editTraining(document: ReviewDocument, change: Partial<Plan>): ReviewDocument {
  return changePart(document, 'training', change);
}

/** Has one person learn each topic of a list that has nobody yet and is not done; a blank name changes nothing. */
export function setRestLearner(document: ReviewDocument, topics: readonly string[], who: string): ReviewDocument {
  if (isBlank(who)) return document;
  return topics
    .filter((topic) => owesLearner(topicState(document, topic)))
    .reduce((review, topic) => editTopic(review, topic, { who }), document);
}

/** Says who learns a topic, by when, whether it is done, or what else there is to know. */
export function editTopic(document: ReviewDocument, topic: string, change: Partial<TopicState>): ReviewDocument {
  const { topics } = partOf(document, 'training');
  const entry = { ...topicState(document, topic), ...change };
  return changePart(document, 'training', { topics: withEntry(topics, topic, entry, UNTOUCHED) });
}
