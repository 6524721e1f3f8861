import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { participantSchema, sittingSchema } from './schema.ts';

export type Participant = DeepReadonly<z.output<typeof participantSchema>>;
export type Sitting = DeepReadonly<z.output<typeof sittingSchema>>;
/** What somebody does in a review. */
export type ReviewPart = NonNullable<Participant['part']>;
