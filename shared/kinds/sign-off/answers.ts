import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type {
  adviceSchema,
  approverSchema,
  closedSchema,
  closingSchema,
  signatureSchema,
  signersConditionSchema,
} from './schema.ts';

export type Approver = DeepReadonly<z.output<typeof approverSchema>>;
export type Signature = DeepReadonly<z.output<typeof signatureSchema>>;
export type SignersCondition = DeepReadonly<z.output<typeof signersConditionSchema>>;
export type Advice = DeepReadonly<z.output<typeof adviceSchema>>;
/** The act that closes a review. */
export type Closed = DeepReadonly<z.output<typeof closedSchema>>;
/** That a condition was closed. */
export type Closing = DeepReadonly<z.output<typeof closingSchema>>;
export type Verdict = Signature['verdict'];
