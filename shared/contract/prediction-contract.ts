import * as z from 'zod';
import { idSchema } from '#shared/base/fields.ts';
import { givenSchema } from '#shared/follow-up/schema.ts';
import { failureSchema, instant, reviewId } from './contract-parts.ts';

/** Who has given chances so far; the chances themselves only once everybody has. */
const standing = z.strictObject({
  kind: z.literal('given'),
  /** Ids of the approvers who have given theirs. */
  by: z.array(idSchema),
  /** All chances, once nobody is missing; null before. */
  chances: z.array(givenSchema).nullable(),
});

/** The calls about chances that stay private until all have given theirs. */
export const predictionCalls = {
  'prediction.state': {
    input: z.strictObject({ id: reviewId }),
    output: z.discriminatedUnion('kind', [standing, failureSchema]),
  },
  /** Gives the chances of one approver for the statements of the review as it is on disk. */
  'prediction.give': {
    input: z.strictObject({
      id: reviewId,
      by: idSchema,
      at: instant,
      chances: z.record(idSchema, z.int().min(0).max(100)),
    }),
    output: z.discriminatedUnion('kind', [standing, failureSchema]),
  },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;
