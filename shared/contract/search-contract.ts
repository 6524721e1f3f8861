import * as z from 'zod';
import { QUERY_LIMIT } from '#shared/search/query.ts';
import { searchResultSchema } from '#shared/search/result.ts';
import { failureSchema } from './contract-parts.ts';

/** The call that searches all that was written in all reviews. */
export const searchCalls = {
  'review.search': {
    /** `most`: reviews that are shown; all that fit are counted. */
    input: z.strictObject({ text: z.string().max(QUERY_LIMIT), most: z.int().min(1).max(100) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('found'), ...searchResultSchema.shape }),
      failureSchema,
    ]),
  },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;
