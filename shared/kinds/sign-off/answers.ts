import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { approverSchema, closingSchema, signatureSchema } from './schema.ts';

export type Approver = DeepReadonly<z.output<typeof approverSchema>>;
export type Signature = DeepReadonly<z.output<typeof signatureSchema>>;
export type Closing = DeepReadonly<z.output<typeof closingSchema>>;
export type Verdict = Signature['verdict'];
