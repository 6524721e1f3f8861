import * as z from 'zod';
import { idSchema, keyed, lineSchema, textSchema } from '#shared/base/fields.ts';
import { date, line, text } from '#shared/kinds/parts.ts';
import { help, item, items, name, section, sources } from '#shared/template/item.ts';
import { mitigations } from '#shared/template/mitigations.ts';

export const pathSection = z.strictObject({
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
      after: idSchema
        .optional()
        .describe('Id of the phase of the training section that has to be over before the stage can be done.'),
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

export const criterionSchema = z.strictObject({
  met: z.boolean().default(false).describe('Whether the exit criterion is met.'),
  note: text.describe('How that is known.'),
});

export const stagePlanSchema = z.strictObject({
  state: z
    .enum(['open', 'planned', 'in-progress', 'done', 'skipped'])
    .default('open')
    .describe('How the stage stands; open means that nobody has planned it yet.'),
  workItem: text.describe('The piece of work that the stage is done with.'),
  owner: line.describe('Who is responsible.'),
  targetDate: date.describe('When it should be done, YYYY-MM-DD.'),
  skipReason: text.describe('Why the stage is skipped.'),
  criteria: keyed(criterionSchema).describe('Exit criteria, by their id in the template.'),
});

export const pathAnswers = z.strictObject({
  wholesale: z.boolean().default(false).describe('Whether the plan replaces everything at once.'),
  wholesaleReason: text.describe('Why everything is replaced at once.'),
  stages: keyed(stagePlanSchema).describe('Plan of each stage, by its id in the template.'),
});
