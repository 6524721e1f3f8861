import * as z from 'zod';
import { idSchema, keyed, lineSchema, textSchema } from '#shared/base/fields.ts';
import { item, items, section } from '#shared/template/item.ts';

const signal = z.strictObject({
  ...item,
  clash: z
    .strictObject({
      when: lineSchema.describe('Condition over question ids of the rule, as in an outcome.'),
      text: textSchema.min(1).describe('What does not fit together, for the team to look at again.'),
    })
    .nullable()
    .default(null)
    .describe('Answers to the rule that this signal contradicts when both stand.'),
});

/** Signals for and against, and why the team wants it at all. */
export const screeningSection = z.strictObject({
  kind: z.literal('screening').describe('Signals for and against the candidate, and the motivation test.'),
  ...section,
  fit: items(signal).describe('Signals that speak for the candidate.'),
  misfit: items(signal).describe('Signals that speak against it.'),
  motivations: items(
    z.strictObject({
      ...item,
      sound: z.boolean().describe('Whether this is a reason to go on.'),
    }),
  )
    .max(12)
    .describe('Reasons a team may have, sound or not.'),
});

export const signalSchema = z.strictObject({
  present: z.boolean().default(false).describe('Whether the signal is there.'),
  note: textSchema.default('').describe('How the team knows.'),
});

export const screeningAnswers = z.strictObject({
  signals: keyed(signalSchema).describe('Signals, by their id in the template.'),
  motivation: idSchema.nullable().default(null).describe('Id of the motivation that comes nearest.'),
  motivationNote: textSchema.default('').describe('The reason in the team’s own words.'),
});
