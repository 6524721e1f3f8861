import * as z from 'zod';
import { agendaSchema } from '#shared/agenda/schema.ts';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { idSchema, instantSchema, lineSchema, sha256Schema } from '#shared/base/fields.ts';
import { filingSchema, followUpSchema, predictionsSchema, tripwiresSchema } from '#shared/follow-up/schema.ts';
import { contentParts, kinds } from '#shared/kinds/index.ts';
import { line, text } from '#shared/kinds/parts.ts';
import {
  closedSchema,
  closingsSchema,
  deprecatedSchema,
  supersededBySchema,
  supersedesSchema,
  witnessedInsteadSchema,
} from '#shared/kinds/sign-off/schema.ts';
import { roundsSchema } from '#shared/rounds/schema.ts';
import { toDoList } from './to-do-schema.ts';

/**
 * One review: everything the team wrote, keyed by the ids of its template. Every field but `title`
 * has a default, so a file written by hand needs only what it wants to say.
 */
export const reviewDocumentSchema = z.strictObject({
  id: z.uuid().describe('Unique id of the review.'),
  createdAt: instantSchema.describe('When the review was made, in UTC.'),
  template: z
    .strictObject({
      id: idSchema.describe('Id of the template.'),
      version: lineSchema.describe('Version of the template.'),
      sha256: sha256Schema.describe('Content address of the exact template this review was made from.'),
    })
    .describe('The template that the review was made from.'),
  title: lineSchema.min(1).describe('Title of the review.'),
  component: line.describe('The one component under review.'),
  candidate: line.describe('The candidate that is considered for it.'),
  current: line.describe('What the component is built with today.'),
  reconstruction: text.describe(
    'For reviews rebuilt from public sources: says so, and from what. Empty for real ones.',
  ),
  ...contentParts,
  rounds: roundsSchema.optional().describe('Rounds of votes that were revealed, the first one first.'),
  toDo: toDoList,
  agenda: agendaSchema,
  supersedes: supersedesSchema.optional().describe('The signed review that this one takes the place of.'),
  signOff: kinds['sign-off'].answers,
  closed: closedSchema.optional().describe('That the review was closed, by whom and as what.'),
  closings: closingsSchema.describe('Conditions that were closed after the signing, by their id.'),
  predictions: predictionsSchema.describe('What is expected of the decision, with chances, to be checked later.'),
  tripwires: tripwiresSchema.describe('Signs that reopen the question.'),
  followUp: followUpSchema.describe('What became of the decision after it was closed.'),
  filing: filingSchema.describe('How the review is filed.'),
  witnessedInstead: witnessedInsteadSchema.describe(
    'Signatures that were sealed with the workbook’s key because the own certificate was not at hand, by their id.',
  ),
  supersededBy: supersededBySchema.optional().describe('The review that takes the place of this one.'),
  deprecated: deprecatedSchema.optional().describe('That the decision does not hold any more, and why.'),
});

export type ReviewDocument = DeepReadonly<z.output<typeof reviewDocumentSchema>>;
