import * as z from 'zod';
import { idSchema, keyed, keyedOptional, lineSchema, list, textSchema } from '#shared/base/fields.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import { dissentSchema, notKnownSchema } from '#shared/kinds/parts.ts';
import { item, items, name, section, sources } from '#shared/template/item.ts';

const line = lineSchema.default('');
const text = textSchema.default('');

/** How a candidate comes about: built anew, by extending what is there, or by adopting what exists. */
const approach = z.enum(['build', 'extend', 'adopt']);

/** Candidates compared by weighted criteria. */
export const optionsSection = z.strictObject({
  kind: z.literal('options').describe('Candidates compared by weighted criteria.'),
  ...section,
  candidates: items(
    z.strictObject({
      ...item,
      preselected: z.boolean().default(false).describe('Whether a new review starts with this candidate.'),
      approach: approach
        .optional()
        .describe('Whether this is something to build, to extend or to adopt; left out for a language.'),
      isReviewed: z
        .boolean()
        .optional()
        .describe('Whether this stands for the candidate of the review, and so is shown by its name.'),
    }),
  )
    .max(20)
    .describe('Candidates to pick from.'),
  criteria: items(
    z.strictObject({
      ...item,
      weight: z.int().min(0).max(5).default(3).describe('Weight that a new review starts with.'),
      lowest: lineSchema.optional().describe('What a score of 1 means.'),
      highest: lineSchema.optional().describe('What a score of 5 means.'),
      cells: z
        .record(
          idSchema,
          z.strictObject({ text: lineSchema.min(1).describe('What the source says of this candidate.'), sources }),
        )
        .default({})
        .describe('What is known of each candidate, by candidate id.'),
    }),
  )
    .max(60)
    .describe('Criteria, in the order shown.'),
  projectKinds: z
    .array(
      z.strictObject({
        ...item,
        candidates: z.array(idSchema).min(1).max(10).describe('Candidates that the source names for this kind.'),
      }),
    )
    .max(30)
    .default([])
    .describe('Verdicts by kind of project.'),
  split: z
    .strictObject({
      name,
      help: textSchema.min(1).describe('When a split makes sense.'),
      sources,
      parts: items(
        z.strictObject({
          ...item,
          candidate: idSchema.nullable().default(null).describe('Id of the usual candidate; null for none.'),
        }),
      )
        .max(6)
        .describe('Parts of a system that can be built with different candidates, with the usual choice.'),
    })
    .nullable()
    .default(null)
    .describe('The option to use several candidates, each where it belongs.'),
});

export const cellSchema = z.strictObject({
  score: z.int().min(1).max(5).nullable().default(null).describe('How well the candidate meets the criterion, 1 to 5.'),
  reason: text.describe('Why this score.'),
  notKnown: notKnownSchema.optional().describe('That the score is not known, with who finds it out.'),
});

export const optionsAnswers = z.strictObject({
  candidates: z
    .array(idSchema)
    .max(20)
    .nullable()
    .default(null)
    .describe('Ids of the candidates compared; null means those the template preselects.'),
  own: list(
    z.strictObject({
      id: idSchema.describe('Key of the candidate; its scores stand under it.'),
      name: line.describe('Short name.'),
      note: text.describe('What it is.'),
      approach: approach.optional().describe('Whether it is something to build, to extend or to adopt.'),
    }),
  ).describe('Candidates that the team added.'),
  ownCriteria: z
    .array(
      z.strictObject({
        id: idSchema.describe('Key of the criterion; its weight and scores stand under it.'),
        name: line.describe('Short name.'),
        lowest: line.describe('What a score of 1 means.'),
        highest: line.describe('What a score of 5 means.'),
      }),
    )
    .max(20)
    .optional()
    .describe('Criteria that the team added; left out while there are none.'),
  weights: keyed(z.int().min(0).max(5)).describe('Weights 0 to 5, by criterion id; missing means the template’s.'),
  cells: keyed(keyed(cellSchema)).describe('Scores, by criterion id and candidate id.'),
  dissent: keyedOptional(z.array(dissentSchema).min(1).max(LIST_LIMIT)).describe(
    'Who scores a criterion differently, by criterion id; left out while nobody does.',
  ),
  projectKind: idSchema.nullable().default(null).describe('Id of the kind of project this is.'),
  split: z
    .strictObject({
      chosen: z.boolean().default(false).describe('Whether the system is split between candidates.'),
      parts: keyed(
        z.strictObject({
          candidate: idSchema.nullable().default(null).describe('Id of the candidate; null means the usual one.'),
          note: text.describe('What belongs to this part.'),
        }),
      ).describe('Candidate of each part, by part id.'),
      reason: text.describe('Why the system is split, or why not.'),
    })
    .prefault({})
    .describe('The option to use several candidates.'),
});
