import * as z from 'zod';
import { participantSchema } from '#shared/kinds/context/schema.ts';
import { failureSchema, reviewId } from './contract-parts.ts';

/** Somebody who took part in another review, with what they were there. */
const knownPerson = participantSchema.omit({ id: true });

export const peopleCalls = {
  /** People of the reviews saved last, to choose from; each once, as they were in the newest of them. */
  'people.known': {
    /** `except`: the review that they are offered for. */
    input: z.strictObject({ except: reviewId }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('people'), people: z.array(knownPerson) }),
      failureSchema,
    ]),
  },
} as const;
