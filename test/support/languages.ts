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
