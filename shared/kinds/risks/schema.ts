import * as z from 'zod';
import { idSchema, keyed, lineSchema, list, textSchema } from '#shared/base/fields.ts';
import { actionSchema, laterDissent, line, notKnownSchema, text } from '#shared/kinds/parts.ts';
import { item, items, name, section } from '#shared/template/item.ts';
import { mitigations } from '#shared/template/mitigations.ts';

const fiveWords = z.tuple([name, name, name, name, name]);

const range = z.strictObject({
  from: z.number().min(0).describe('Smaller end.'),
  to: z.number().min(0).nullable().default(null).describe('Larger end; null for no end.'),
});
const fiveRanges = z.tuple([range, range, range, range, range]);

/** What the five steps of impact mean in days, money or another unit. */
const impactScale = z.strictObject({
  unit: lineSchema.min(1).describe('Unit of the ranges, such as working days or €.'),
  steps: fiveRanges.describe('Ranges of impact 1 to 5.'),
});

export const risksSection = z.strictObject({
  kind: z.literal('risks').describe('A checklist of risks.'),
  ...section,
  likelihoodWords: fiveWords.describe('Words for likelihood 1 to 5.'),
  impactWords: fiveWords.describe('Words for impact 1 to 5.'),
  likelihoodRanges: fiveRanges
    .optional()
    .describe('What likelihood 1 to 5 means in percent; left out where the words alone say it.'),
  likelihoodSpan: lineSchema.optional().describe('The time that these percentages are for.'),
  impactRanges: impactScale
    .optional()
    .describe('What impact 1 to 5 could mean in a unit; a team takes it over where it wants to.'),
  groups: items(z.strictObject({ id: idSchema.describe('Key of the group; not “plan” or “own”.'), name }))
    .max(20)
    .describe('Groups of risks, in the order shown.'),
  risks: items(
    z.strictObject({
      ...item,
      group: idSchema.describe('Id of the group the risk belongs to.'),
      why: textSchema.default('').describe('Why it happens.'),
      mitigations,
      staying: z
        .boolean()
        .optional()
        .describe(
          'Whether a review that ends with staying has to assess it too. Where no risk says so, all have to be.',
        ),
    }),
  ).describe('Risks, in the order shown within their group.'),
});

const rating = z.int().min(1).max(5).nullable().default(null);

export const assessmentSchema = z.strictObject({
  applicable: z.boolean().nullable().default(null).describe('Whether the risk applies; null while undecided.'),
  reason: text.describe('Why the risk does not apply.'),
  note: text.describe('What the risk means for this component.'),
  likelihood: rating.describe('Likelihood before any response, 1 to 5.'),
  impact: rating.describe('Impact before any response, 1 to 5.'),
  response: z.enum(['mitigate', 'accept', 'transfer', 'avoid']).nullable().default(null).describe('What is done.'),
  responseNote: text.describe('Why this response; needed when the risk is accepted.'),
  residualLikelihood: rating.describe('Likelihood after the response, 1 to 5.'),
  residualImpact: rating.describe('Impact after the response, 1 to 5.'),
  actions: list(actionSchema).describe('Actions of the response.'),
  dissent: laterDissent.describe('Who rates it differently; left out while nobody does.'),
  notKnown: notKnownSchema.optional().describe('That the team does not know yet whether or how much it matters.'),
});

export const ownRiskSchema = z.strictObject({
  id: idSchema.describe('Key of the risk; its assessment stands under it.'),
  name: line.describe('Short name.'),
  description: text.describe('What can go wrong.'),
});

export const risksAnswers = z.strictObject({
  assessments: keyed(assessmentSchema).describe(
    'Assessments by risk id: of the checklist, of the own risks, and skipped-<stage> for each skipped stage.',
  ),
  own: list(ownRiskSchema).describe('Risks that the team added.'),
  impact: z
    .strictObject({
      unit: line.describe('Unit of the ranges.'),
      steps: fiveRanges.describe('Ranges of impact 1 to 5.'),
    })
    .optional()
    .describe('What impact 1 to 5 means here in a unit; left out, exposure is only put in order.'),
});
