import * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { dateSchema, idSchema, lineSchema, textSchema } from '#shared/base/fields.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';

export const line = lineSchema.default('');
export const text = textSchema.default('');
export const date = dateSchema.nullable().default(null);
export const row = { id: idSchema.describe('Key of the row, unique within its list.') };

/** Something that backs an answer: a statement, a link, a figure, a measure of the review or a prototype. */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...row,
    kind: z.literal('text').describe('A statement.'),
    text: text.describe('What was observed or said.'),
  }),
  z.strictObject({
    ...row,
    kind: z.literal('link').describe('A document.'),
    text: line.describe('What the link leads to.'),
    url: line.describe('Address, https or http.'),
  }),
  z.strictObject({
    ...row,
    kind: z.literal('figure').describe('A number.'),
    text: line.describe('What was measured.'),
    value: line.describe('The number, as it should be printed.'),
    unit: line.describe('Unit of the number.'),
    source: line.describe('Where the number comes from.'),
  }),
  z.strictObject({
    ...row,
    kind: z.literal('measure').describe('A measure of the evidence section.'),
    measure: idSchema.nullable().default(null).describe('Id of the measure; null while none is chosen.'),
  }),
  z.strictObject({
    ...row,
    kind: z.literal('prototype').describe('The result of a prototype.'),
    text: line.describe('What was tried.'),
    hours: z.number().min(0).nullable().default(null).describe('Hours of work that it took.'),
    finding: text.describe('What it showed.'),
  }),
]);

/** Marks a value as not known: it is neither left out nor taken for an answer, and somebody finds it out. */
export const notKnownSchema = z.strictObject({
  who: line.describe('Who finds it out.'),
  by: date.describe('By when, YYYY-MM-DD.'),
});

/** The answer that one person gives to one of the judgements of a review, see `shared/stage`. */
export const givenAnswerSchema = z.strictObject({
  judgement: lineSchema.min(1).describe('Id of the judgement, such as rule.safety or risks.ramp-up.impact.'),
  answer: lineSchema.min(1).describe('The answer, as the section stores it: an id, yes, no, unsure, or 1 to 5.'),
});

/** A view that differs from the answer or decision on record. */
export const dissentSchema = z.strictObject({
  ...row,
  name: line.describe('Who differs, by name or role.'),
  position: z
    .enum(['can-live-with-it', 'formal-objection'])
    .default('can-live-with-it')
    .describe('How strongly they differ.'),
  reason: text.describe('Why they differ.'),
  // Both optional, so that the hash of a review made before them stays the same.
  answers: z
    .array(givenAnswerSchema)
    .min(1)
    .max(40)
    .optional()
    .describe('What they would answer instead; left out when it is not said.'),
  isHistory: z
    .literal(true)
    .optional()
    .describe('That the view is kept although the team’s answer has become theirs; left out otherwise.'),
});

/** Views that differ, where old reviews have none: absent when there is none. */
export const laterDissent = z.array(dissentSchema).min(1).max(LIST_LIMIT).optional();

export const actionSchema = z.strictObject({
  ...row,
  text: lineSchema.default('').describe('What is to be done.'),
  owner: line.describe('Who does it.'),
  due: date.describe('By when, YYYY-MM-DD.'),
  status: z.enum(['open', 'in-progress', 'done', 'dropped']).default('open').describe('How the action stands.'),
  mitigation: idSchema.nullable().default(null).describe('Id of the suggested mitigation this was taken from.'),
});

export type Evidence = DeepReadonly<z.output<typeof evidenceSchema>>;
export type NotKnown = DeepReadonly<z.output<typeof notKnownSchema>>;
export type Dissent = DeepReadonly<z.output<typeof dissentSchema>>;
export type RiskAction = DeepReadonly<z.output<typeof actionSchema>>;
