import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { conditionSchema, consequenceSchema, optionSchema, wayBackSchema } from './schema.ts';

export type DecisionOption = DeepReadonly<z.output<typeof optionSchema>>;
export type Consequence = DeepReadonly<z.output<typeof consequenceSchema>>;
export type WayBack = DeepReadonly<z.output<typeof wayBackSchema>>;
export type Condition = DeepReadonly<z.output<typeof conditionSchema>>;
