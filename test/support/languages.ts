import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { inProject } from './project.ts';

const entrySchema = z.object({
  language: z.string(),
  name: z.string(),
  role: z.string(),
  title: z.string(),
  text: z.string(),
});

/** A text in one language, to make records of. */
export type LanguageText = z.output<typeof entrySchema>;

/** Texts in many scripts. */
export const languages: readonly LanguageText[] = z
  .array(entrySchema)
  .parse(JSON.parse(readFileSync(inProject('test/fixtures/languages/languages.json'), 'utf8')));

/** Words of scripts whose letters change places or carry many marks: what is hard to find again in a PDF. */
export const moreWords: readonly Pick<LanguageText, 'language' | 'text'>[] = z
  .array(entrySchema.pick({ language: true, text: true }))
  .parse(JSON.parse(readFileSync(inProject('test/fixtures/languages/words.json'), 'utf8')));
