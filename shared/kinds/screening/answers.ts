import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { signalSchema } from './schema.ts';

export type Signal = DeepReadonly<z.output<typeof signalSchema>>;

const NO_SIGNAL: Signal = signalSchema.parse({});

export function signalOf(review: ReviewDocument, signal: string): Signal {
  return review.screening?.signals[signal] ?? NO_SIGNAL;
}
