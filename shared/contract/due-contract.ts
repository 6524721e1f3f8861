import * as z from 'zod';
import { failureSchema } from './contract-parts.ts';

/** The call that makes a file of what is due in all reviews. */
export const dueCalls = {
  'due.file': {
    input: z.strictObject({
      form: z.enum(['csv', 'calendar']),
      /** What the list is narrowed to; empty for all. */
      owner: z.string().max(500),
      kind: z.string().max(100),
    }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('file'), text: z.string() }),
      failureSchema,
    ]),
  },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;
