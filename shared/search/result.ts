import * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { passageSchema } from './passages.ts';

const foundPassageSchema = passageSchema.omit({ text: true }).extend({
  /** A stretch of the text; `isHit`: what was searched for. */
  excerpt: z.array(z.strictObject({ text: z.string(), isHit: z.boolean() })),
});

const foundReviewSchema = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  component: z.string(),
  number: z.int(),
  afterwards: z.enum(['superseded', 'deprecated']).nullable(),
  isArchived: z.boolean(),
  /** The passages that fit best, and how many more there are. */
  passages: z.array(foundPassageSchema),
  more: z.int(),
});

export const searchResultSchema = z.strictObject({
  /** How many reviews have all that was searched for. */
  total: z.int(),
  /** Those that fit best. */
  reviews: z.array(foundReviewSchema),
  /** Reviews that were not searched yet. */
  reading: z.int(),
});

export type SearchResult = DeepReadonly<z.output<typeof searchResultSchema>>;
export type FoundReview = DeepReadonly<z.output<typeof foundReviewSchema>>;
export type FoundPassage = DeepReadonly<z.output<typeof foundPassageSchema>>;
