import * as z from 'zod';
import { dateSchema, idSchema, lineSchema, textSchema } from '#shared/base/fields.ts';
import { auditSection } from '#shared/kinds/audit/schema.ts';
import { evidenceSection } from '#shared/kinds/evidence/schema.ts';
import { optionsSection } from '#shared/kinds/options/schema.ts';
import { questionsSection } from '#shared/kinds/questions/schema.ts';
import { screeningSection } from '#shared/kinds/screening/schema.ts';
import { signOffSection } from '#shared/kinds/sign-off/schema.ts';
import { strategySection } from '#shared/kinds/strategy/schema.ts';
import { commitmentsSection, trainingSection } from '#shared/kinds/training/schema.ts';
import { help, item, items, name, section, sources } from './item.ts';

const mitigation = z.strictObject({
  id: idSchema.describe('Key of the mitigation; an action that was taken from it names it.'),
  text: lineSchema.min(1).describe('What to do, as a short instruction that can become an action.'),
});
const mitigations = z.array(mitigation).max(20).default([]).describe('What can be done about the risk.');

const contextSection = z.strictObject({
  kind: z.literal('context').describe('What the review is about and who takes part.'),
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
    .default([])
    .describe('Fields to fill in, beside those that every review has.'),
});

const ruleSection = z.strictObject({
  kind: z.literal('rule').describe('Questions, and the outcome that follows from their answers.'),
  ...section,
  questions: items(
    z.strictObject({
      ...item,
      question: lineSchema.min(1).describe('The full wording, answered with yes, no or not sure.'),
      evidenceHint: textSchema.default('').describe('What would count as evidence.'),
    }),
  )
    .max(12)
    .describe('Questions answered with yes, no or not sure.'),
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
  )
    .max(12)
    .describe('Possible outcomes, the most demanding one first.'),
});

const pathSection = z.strictObject({
  kind: z.literal('path').describe('Stages of an adoption, in order.'),
  ...section,
  stages: items(
    z.strictObject({
      ...item,
      why: textSchema.default('').describe('Why the stage comes at this place.'),
      examples: z.array(lineSchema.min(1)).max(20).default([]).describe('Work that suits the stage.'),
      exitCriteria: z
        .array(
          z.strictObject({
            id: idSchema.describe('Key of the criterion, unique within its stage.'),
            text: lineSchema.min(1).describe('What must be true before the stage counts as done.'),
          }),
        )
        .max(30)
        .default([])
        .describe('Criteria to tick before the next stage.'),
      startWarning: textSchema.default('').describe('Shown when a plan begins with this stage; empty for none.'),
      skipRisk: z
        .strictObject({ name, help, mitigations })
        .nullable()
        .default(null)
        .describe('The risk that skipping this stage raises.'),
    }),
  )
    .max(12)
    .describe('Stages, in the order they are gone through.'),
  wholesale: z
    .strictObject({
      name,
      help,
      warning: textSchema.min(1).describe('Shown on screen and in the record when a plan does this.'),
      risk: idSchema.nullable().default(null).describe('Id of the checklist risk this raises.'),
      sources,
    })
    .nullable()
    .default(null)
    .describe('The plan that replaces everything at once instead of going stage by stage.'),
});

const fiveWords = z.tuple([name, name, name, name, name]);

const risksSection = z.strictObject({
  kind: z.literal('risks').describe('A checklist of risks.'),
  ...section,
  likelihoodWords: fiveWords.describe('Words for likelihood 1 to 5.'),
  impactWords: fiveWords.describe('Words for impact 1 to 5.'),
  groups: items(z.strictObject({ id: idSchema.describe('Key of the group; not “plan” or “own”.'), name }))
    .max(20)
    .describe('Groups of risks, in the order shown.'),
  risks: items(
    z.strictObject({
      ...item,
      group: idSchema.describe('Id of the group the risk belongs to.'),
      why: textSchema.default('').describe('Why it happens.'),
      mitigations,
    }),
  ).describe('Risks, in the order shown within their group.'),
});

const decisionSection = z.strictObject({
  kind: z.literal('decision').describe('The choices that a review can end with.'),
  ...section,
  choices: items(
    z.strictObject({
      ...item,
      lean: z.enum(['for', 'open', 'against']).describe('Whether choosing this speaks for the candidate.'),
      needsStage: z.boolean().default(false).describe('Whether a stage of the path has to be named with it.'),
    }),
  )
    .max(12)
    .describe('Choices, of which the decision is one.'),
});

const sectionSchema = z.discriminatedUnion('kind', [
  contextSection,
  screeningSection,
  ruleSection,
  questionsSection,
  optionsSection,
  pathSection,
  strategySection,
  risksSection,
  evidenceSection,
  auditSection,
  trainingSection,
  commitmentsSection,
  decisionSection,
  signOffSection,
]);

const sourceSchema = z.strictObject({
  id: idSchema.describe('Key that items name the source by.'),
  title: lineSchema.min(1).describe('Title as a reader knows it.'),
  note: textSchema.default('').describe('What the source gives.'),
  url: lineSchema.nullable().default(null).describe('Address, if it has a public one.'),
});

/** The form of a template file; `templateSchema` also checks what stands in relation. */
export const templateShape = z.strictObject({
  format: z.literal('groundwork-template').describe('Marks the file as a template.'),
  formatVersion: z.literal(1).describe('Version of this file format.'),
  id: idSchema.describe('Key of the template; stays the same from version to version.'),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'use three numbers such as 1.0.0')
    .describe('Version of the content, three numbers such as 1.0.0.'),
  title: lineSchema.min(1).describe('Name in the list of templates.'),
  summary: textSchema.min(1).describe('What the template is for, in a sentence or two.'),
  language: z.string().min(2).max(35).default('en').describe('BCP 47 tag of the language the template is written in.'),
  candidate: lineSchema.default('').describe('The candidate a new review starts with; may be empty.'),
  published: dateSchema.nullable().default(null).describe('Date of this version, YYYY-MM-DD.'),
  sources: z.array(sourceSchema).max(100).default([]).describe('Documents that the content rests on.'),
  sections: z.array(sectionSchema).min(1).max(30).describe('Sections in the order shown; each kind at most once.'),
});

export type TemplateShape = z.output<typeof templateShape>;
