import * as z from 'zod';
import { idSchema, keyed, lineSchema, textSchema } from '#shared/base/fields.ts';
import { notKnownSchema } from '#shared/kinds/parts.ts';
import { help, name, sources } from '#shared/template/item.ts';

/** That the section offers to work out the payback, and what the sources say of its inputs. */
export const paybackOffer = z.strictObject({
  name,
  help,
  sources,
  dip: z
    .strictObject({
      text: lineSchema.min(1).describe('What the sources say of slower delivery.'),
      months: z.number().min(0).describe('Months that it lasts at least.'),
      sources,
    })
    .optional()
    .describe('Slower delivery at the beginning, as the sources report it; left out where none does.'),
});

const number = z.number().min(0).nullable().default(null);

export const paybackInputSchema = z.strictObject({
  low: number.describe('The value, or the smaller end of a range.'),
  high: number.describe('The larger end of the range; null where the value is exact.'),
  notKnown: notKnownSchema.optional().describe('That the value is not known; the result then allows for any.'),
  note: textSchema.default('').describe('Where the value comes from.'),
});

export const paybackSchema = z.strictObject({
  currency: lineSchema.default('€').describe('Unit of all amounts of money.'),
  measure: idSchema
    .nullable()
    .default(null)
    .describe('Id of the measure that is to get cheaper; null for none of them.'),
  within: z.number().min(1).max(600).nullable().default(24).describe('Months within which it should pay back.'),
  inputs: keyed(paybackInputSchema).describe('Inputs by their key, such as `week-price` and `hot-share`.'),
  stages: keyed(paybackInputSchema).describe('Person-weeks, by the id of the stage.'),
});
