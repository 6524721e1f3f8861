import * as z from 'zod';
import { idSchema, lineSchema } from '#shared/base/fields.ts';

/** Plain names without dots as steps; the folder of git itself is nobody's to write to. */
const PATH = /^(?!(?:.*\/)?(?:\.{1,2}|\.git)(?:\/|$))[\w.-]{1,60}(?:\/[\w.-]{1,60}){0,6}$/i;

const commitmentIds = z.array(idSchema).max(40);

const starterBlock = z.strictObject({
  for: commitmentIds
    .default([])
    .describe(
      'Ids of commitments, of which one has to be made for these lines to be written; without any, they always are.',
    ),
  measure: idSchema
    .optional()
    .describe('Id of the measure that the lines are about; they are written where it is tracked, below its numbers.'),
  lines: z.array(lineSchema).max(200).describe('The lines as they will stand in the file.'),
});

/** A file of a repository that follows from commitments. */
export const starterFile = z.strictObject({
  path: z
    .string()
    .regex(PATH, 'use a path such as “docs/unsafe-policy.md”')
    .describe('Where it goes, from the root of the repository.'),
  comment: z
    .enum(['#', '//', 'markdown'])
    .describe(
      'How a comment begins in such a file, or that it is Markdown; comments name the commitments and their risks.',
    ),
  for: commitmentIds.min(1).describe('Ids of commitments, of which one has to be made for the file to be written.'),
  blocks: z.array(starterBlock).min(1).max(60).describe('Pieces of the file, in their order.'),
});
