import * as z from 'zod';
import { failureSchema } from './contract-parts.ts';

/** The call that makes a file for “Build your own radar” of the decisions of all reviews. */
export const radarCalls = {
  'radar.file': {
    input: z.strictObject({
      form: z.enum(['csv', 'json']),
      /** What the overview is narrowed to; empty for all. */
      tag: z.string().max(500),
      withReconstructions: z.boolean(),
    }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('file'), text: z.string() }),
      failureSchema,
    ]),
  },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;
