import * as z from 'zod';
import { dateSchema, idSchema, lineSchema, textSchema } from '#shared/base/fields.ts';
import { sectionSchemas } from '#shared/kinds/index.ts';

const sourceSchema = z.strictObject({
  id: idSchema.describe('Key that items name the source by.'),
  title: lineSchema.min(1).describe('Title as a reader knows it.'),
  note: textSchema.default('').describe('What the source gives.'),
  url: lineSchema.nullable().default(null).describe('Address, if it has a public one.'),
  author: lineSchema.optional().describe('Who wrote it.'),
  published: lineSchema.optional().describe('When it was published, as far as it is known.'),
  bias: textSchema.optional().describe('What a reader should know about the point of view of its author.'),
});

/** The form of a template file; `templateSchema` also checks what stands in relation. */
export const templateShape = z.strictObject({
  format: z.literal('groundwork-template').describe('Marks the file as a template.'),
  formatVersion: z.literal(1).describe('Version of this file format.'),
  id: idSchema.describe('Key of the template; stays the same from version to version.'),
  version: lineSchema
    .regex(/^\d+\.\d+\.\d+$/, 'use three numbers such as 1.0.0')
    .describe('Version of the content, three numbers such as 1.0.0.'),
  title: lineSchema.min(1).describe('Name in the list of templates.'),
  summary: textSchema.min(1).describe('What the template is for, in a sentence or two.'),
  language: z.string().min(2).max(35).default('en').describe('BCP 47 tag of the language the template is written in.'),
  candidate: lineSchema.default('').describe('The candidate a new review starts with; may be empty.'),
  published: dateSchema.nullable().default(null).describe('Date of this version, YYYY-MM-DD.'),
  sources: z.array(sourceSchema).max(100).default([]).describe('Documents that the content rests on.'),
  // Optional, so that the address of a template made before it stays the same.
  votes: z
    .array(lineSchema.min(1))
    .max(200)
    .optional()
    .describe(
      'What is put to the vote, as places such as rule.safety, risks.ramp-up, options.project-kind or decision.choice; without it, the questions of the rule. An empty list puts nothing to the vote by itself.',
    ),
  sections: z
    .array(z.discriminatedUnion('kind', sectionSchemas))
    .min(1)
    .max(30)
    .describe('Sections in the order shown; each kind at most once.'),
});

export type TemplateShape = z.output<typeof templateShape>;
