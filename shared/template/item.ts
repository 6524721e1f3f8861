import * as z from 'zod';
import { idSchema, lineSchema, textSchema } from '#shared/base/fields.ts';

export const name = lineSchema.min(1).describe('Short name, as it stands on screen and in the record.');
export const help = textSchema.min(1).describe('Help in plain words.');

export const sources = z.array(idSchema).max(20).default([]).describe('Ids of the sources this item rests on.');

/** What every template item carries; `sources` name entries of the template's source list. */
export const item = {
  id: idSchema.describe('Key of this item; reviews store their answers under it, so it never changes.'),
  name,
  help,
  sources,
};

/** Sentences that a run sheet lists. */
const advice = z.array(textSchema.min(1)).max(20).default([]);

export const section = {
  title: name.describe('Heading of the section.'),
  intro: textSchema.default('').describe('What the team does in this section and why.'),
  // Optional, so that the address of a template made before it stays the same.
  minutes: z
    .int()
    .min(0)
    .max(600)
    .optional()
    .describe('Minutes that the section takes in a workshop; without it, what such a section usually takes.'),
  facilitation: z
    .strictObject({
      ask: advice.describe('What to ask the team, in this order.'),
      goesWrong: advice.describe('What goes wrong in such a section, and what to do then.'),
      stopWhen: textSchema.default('').describe('When the section is done, or not worth going on with.'),
    })
    .optional()
    .describe('Advice for the facilitator, on the run sheet; without it, what holds for such sections in general.'),
};

/** Between one and 200 rows of a template. */
export const items = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).min(1).max(200);
