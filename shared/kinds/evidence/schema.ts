import * as z from 'zod';
import { dateSchema, idSchema, keyed, lineSchema, list, textSchema } from '#shared/base/fields.ts';
import { evidenceSchema, notKnownSchema } from '#shared/kinds/parts.ts';
import { help, item, items, section, sources } from '#shared/template/item.ts';
import { paybackOffer, paybackSchema } from './payback-schema.ts';

const line = lineSchema.default('');
const text = textSchema.default('');
const number = z.number().nullable().default(null);

/** What will be measured, and what others gained. */
export const evidenceSection = z.strictObject({
  kind: z.literal('evidence').describe('Measures with baseline, target and what others gained.'),
  ...section,
  measures: items(
    z.strictObject({
      ...item,
      unit: lineSchema.default('').describe('Unit that a new review starts with.'),
      better: z.enum(['lower', 'higher']).describe('Which direction is the gain.'),
      range: z
        .strictObject({
          basis: z.enum(['percent', 'factor']).describe('Change in percent of the baseline, or a multiple of it.'),
          from: z.number().describe('Smaller typical gain: −20 for a fall of 20 %, 1.5 for one and a half times.'),
          to: z.number().describe('Larger typical gain.'),
        })
        .nullable()
        .default(null)
        .describe('Typical gain; null where the source gives none in figures.'),
      holdsFor: z
        .array(lineSchema.min(1))
        .max(20)
        .optional()
        .describe(
          'What the component has to be built with today for the typical gain to hold; letter case does not count. Left out, it holds for any.',
        ),
      rangeText: lineSchema.default('').describe('The typical gain in words.'),
    }),
  )
    .max(30)
    .describe('Measures to choose from.'),
  design: z
    .strictObject({
      question: lineSchema.min(1).describe('Asked of each gain that is expected.'),
      help,
      risk: idSchema.optional().describe('Id of the risk raised by a gain that comes from the design.'),
      sources,
    })
    .optional()
    .describe('Asks how much of each gain comes from the design; left out, it is not asked.'),
  payback: paybackOffer
    .optional()
    .describe('Offers to work out whether the move pays back; left out, nothing is offered.'),
  unmeasuredRisk: idSchema.nullable().default(null).describe('Id of the risk raised while no measure has a baseline.'),
  overpromisedRisk: idSchema.nullable().default(null).describe('Id of the risk raised by a target beyond the range.'),
});

/** Figures of a measure that can be marked as not known. */
const figuresNotKnown = z.strictObject({
  baseline: notKnownSchema.optional().describe('That the value today is not known.'),
  target: notKnownSchema.optional().describe('That the value hoped for is not known.'),
  measured: notKnownSchema.optional().describe('That the value reached is not known.'),
});

/** How much of a gain comes from the design and not from the language. */
export const designSchema = z.strictObject({
  share: z
    .enum(['language', 'both', 'design'])
    .nullable()
    .default(null)
    .describe('Where most of the gain comes from; null while there is no answer.'),
  notKnown: notKnownSchema.optional().describe('That it is not known.'),
  note: text.describe('How the team knows.'),
  evidence: list(evidenceSchema).describe('What shows it, such as a prototype.'),
});

export const measureSchema = z.strictObject({
  tracked: z.boolean().default(false).describe('Whether the review uses this measure.'),
  unit: line.describe('Unit of the three numbers; empty means the template’s.'),
  baseline: number.describe('Value today.'),
  target: number.describe('Value hoped for.'),
  measured: number.describe('Value reached.'),
  method: text.describe('How it is measured.'),
  by: line.describe('Who measured.'),
  on: dateSchema.nullable().default(null).describe('When, YYYY-MM-DD.'),
  note: text.describe('What else a reader must know.'),
  notKnown: figuresNotKnown.optional().describe('Figures that are not known, with who finds them out.'),
  design: designSchema
    .optional()
    .describe('How much of the gain comes from the design; left out while nobody answered.'),
});

export const evidenceAnswers = z.strictObject({
  measures: keyed(measureSchema).describe('Measures, by their id in the template or of an own one.'),
  own: list(
    z.strictObject({
      id: idSchema.describe('Key of the measure; its numbers stand under it.'),
      name: line.describe('Short name.'),
      better: z.enum(['lower', 'higher']).default('lower').describe('Which direction is the gain.'),
    }),
  ).describe('Measures that the team added.'),
  payback: paybackSchema
    .optional()
    .describe('Whether and when the move pays back; left out until the team works it out.'),
});
