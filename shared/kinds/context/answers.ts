import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { participantSchema } from './schema.ts';

export type Participant = DeepReadonly<z.output<typeof participantSchema>>;
