import * as z from 'zod';
import { utf8Length } from '#shared/base/utf8-length.ts';
import { failureSchema, none } from './contract-parts.ts';

/** Languages whose dictionaries come with the desktop program, as Chromium names them. */
export const SPELLING_LANGUAGES = ['en-US', 'en-GB', 'de', 'fr', 'es', 'pl'] as const;
export type SpellingLanguage = (typeof SPELLING_LANGUAGES)[number];
export const spellingLanguageSchema = z.enum(SPELLING_LANGUAGES);

/** Longest word that Chromium takes, in bytes of UTF-8. */
const WORD_LIMIT = 99;

/** A word that is right although no dictionary has it. */
export const ownWordSchema = z
  .string()
  .overwrite((word) => word.trim().normalize())
  .refine((word) => /^[^\s\p{Cc}\p{Cf}\p{Cs}]+$/u.test(word) && utf8Length(word) <= WORD_LIMIT, {
    error: `use one word of at most ${WORD_LIMIT} bytes`,
  });

const done = <Kind extends string>(kind: Kind) =>
  z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal(kind) }), failureSchema]);

/** Calls about the spelling in texts. */
export const spellingCalls = {
  'spelling.show': {
    input: none,
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('spelling'),
        /** What checks: dictionaries that come with the program (`own`), the system (`system`), or the browser (`browser`). */
        checker: z.enum(['own', 'system', 'browser']),
        /** Languages there are dictionaries for; none unless the checker is `own`. */
        offered: z.array(spellingLanguageSchema),
        /** Languages that are checked; a word is right if one of them has it. */
        chosen: z.array(spellingLanguageSchema),
        /** Words that somebody added, in the order of the alphabet. */
        words: z.array(z.string()),
        /** Why something is not checked as chosen; empty when all is well. */
        trouble: z.string(),
      }),
      failureSchema,
    ]),
  },
  /** Chooses the languages; none switches the checking off. */
  'spelling.choose': {
    input: z.strictObject({ languages: z.array(spellingLanguageSchema).max(SPELLING_LANGUAGES.length) }),
    output: done('chosen'),
  },
  /** Takes a word for right from now on. */
  'spelling.add': { input: z.strictObject({ word: ownWordSchema }), output: done('added') },
  /** Takes back an added word. */
  'spelling.forget': { input: z.strictObject({ word: z.string().max(200) }), output: done('forgotten') },
} as const;
