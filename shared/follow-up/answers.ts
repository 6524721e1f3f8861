import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { entrySchema, givenSchema, statementSchema, tripwireSchema } from './schema.ts';

export type FollowUpEntry = DeepReadonly<z.output<typeof entrySchema>>;
/** Something that can be checked on a day. */
export type Statement = DeepReadonly<z.output<typeof statementSchema>>;
export type GivenChances = DeepReadonly<z.output<typeof givenSchema>>;
export type Tripwire = DeepReadonly<z.output<typeof tripwireSchema>>;
