import * as z from 'zod';
import { dateSchema, idSchema, lineSchema, textSchema } from './fields.ts';

const name = lineSchema.min(1).describe('Short name, as it stands on screen and in the record.');
const help = textSchema.min(1).describe('Help in plain words.');

/** What every template item carries; `sources` name entries of the template's source list. */
const item = {
  id: idSchema.describe('Key of this item; reviews store their answers under it, so it never changes.'),
  name,
  help,
  sources: z.array(idSchema).max(20).default([]).describe('Ids of the sources this item rests on.'),
};

const section = {
  title: name.describe('Heading of the section.'),
  intro: textSchema.default('').describe('What the team does in this section and why.'),
};

const items = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).min(1).max(200);

const mitigation = z.strictObject({ id: idSchema, text: lineSchema.min(1) });

const contextSection = z.strictObject({
  kind: z.literal('context'),
  ...section,
  fields: z
    .array(
      z.strictObject({
        ...item,
        size: z.enum(['line', 'text']).default('text').describe('One line or several.'),
        required: z.boolean().default(false).describe('Whether an empty field is an open point.'),
      }),
    )
    .max(50)
    .default([]),
});

const ruleSection = z.strictObject({
  kind: z.literal('rule'),
  ...section,
  questions: items(
    z.strictObject({
      ...item,
      question: lineSchema.min(1).describe('The full wording, answered with yes, no or not sure.'),
      evidenceHint: textSchema.default('').describe('What would count as evidence.'),
    }),
  ).max(12),
  outcomes: items(
    z.strictObject({
      ...item,
      when: lineSchema
        .nullable()
        .default(null)
        .describe(
          'Condition over question ids with &&, ||, !, parentheses and atLeast(n, id, …). The first outcome that holds wins; null always holds and belongs last.',
        ),
      lean: z.enum(['for', 'open', 'against']).describe('Whether this outcome speaks for the candidate.'),
      prompt: textSchema
        .nullable()
        .default(null)
        .describe('What the team must write down when this is the outcome; null when nothing.'),
    }),
  ).max(12),
});

const pathSection = z.strictObject({
  kind: z.literal('path'),
  ...section,
  stages: items(
    z.strictObject({
      ...item,
      why: textSchema.default('').describe('Why the stage comes at this place.'),
      examples: z.array(lineSchema.min(1)).max(20).default([]),
      exitCriteria: z
        .array(z.strictObject({ id: idSchema, text: lineSchema.min(1) }))
        .max(30)
        .default([]),
      startWarning: textSchema.default('').describe('Shown when a plan begins with this stage; empty for none.'),
      skipRisk: z
        .strictObject({ name, help, mitigations: z.array(mitigation).max(20).default([]) })
        .nullable()
        .default(null)
        .describe('The risk that skipping this stage raises.'),
    }),
  ).max(12),
  wholesale: z
    .strictObject({
      name,
      help,
      warning: textSchema.min(1),
      risk: idSchema.nullable().default(null).describe('Id of the checklist risk this raises.'),
      sources: z.array(idSchema).max(20).default([]),
    })
    .nullable()
    .default(null)
    .describe('The plan that replaces everything at once instead of going stage by stage.'),
});

const strategySection = z.strictObject({
  kind: z.literal('strategy'),
  ...section,
  strategies: items(
    z.strictObject({ ...item, when: textSchema.min(1).describe('Where it fits.'), cost: textSchema.min(1) }),
  ).max(20),
});

const fiveWords = z.tuple([name, name, name, name, name]);

const risksSection = z.strictObject({
  kind: z.literal('risks'),
  ...section,
  likelihoodWords: fiveWords.describe('Words for likelihood 1 to 5.'),
  impactWords: fiveWords.describe('Words for impact 1 to 5.'),
  groups: items(z.strictObject({ id: idSchema, name })).max(20),
  risks: items(
    z.strictObject({
      ...item,
      group: idSchema,
      why: textSchema.default('').describe('Why it happens.'),
      mitigations: z.array(mitigation).max(20).default([]),
    }),
  ),
});

const decisionSection = z.strictObject({
  kind: z.literal('decision'),
  ...section,
  choices: items(
    z.strictObject({
      ...item,
      lean: z.enum(['for', 'open', 'against']).describe('Whether choosing this speaks for the candidate.'),
      needsStage: z.boolean().default(false).describe('Whether a stage of the path has to be named with it.'),
    }),
  ).max(12),
});

const signOffSection = z.strictObject({
  kind: z.literal('sign-off'),
  ...section,
  statement: textSchema.min(1).describe('What a signature means.'),
  roles: z.array(lineSchema.min(1)).max(30).default([]).describe('Roles to suggest for approvers.'),
});

const sectionSchema = z.discriminatedUnion('kind', [
  contextSection,
  ruleSection,
  pathSection,
  strategySection,
  risksSection,
  decisionSection,
  signOffSection,
]);

const sourceSchema = z.strictObject({
  id: idSchema,
  title: lineSchema.min(1),
  note: textSchema.default('').describe('What the source gives.'),
  url: lineSchema.nullable().default(null),
});

/** The form of a template file; `templateSchema` also checks what stands in relation. */
export const templateShape = z.strictObject({
  format: z.literal('groundwork-template'),
  formatVersion: z.literal(1),
  id: idSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'use three numbers such as 1.0.0'),
  title: lineSchema.min(1),
  summary: textSchema.min(1),
  language: z.string().min(2).max(35).default('en').describe('BCP 47 tag of the language the template is written in.'),
  candidate: lineSchema.default('').describe('The candidate a new review starts with; may be empty.'),
  published: dateSchema.nullable().default(null),
  sources: z.array(sourceSchema).max(100).default([]),
  sections: z.array(sectionSchema).min(1).max(30),
});

export type TemplateShape = z.output<typeof templateShape>;
