import * as z from 'zod';
import { idSchema } from '#shared/base/fields.ts';

/** Longest a section or all breaks can be planned, in minutes: ten hours. */
const MOST_MINUTES = 600;

/** More sittings than any review takes. */
const MOST_CUTS = 30;

/** How a review is to be gone through, and the time that it took. Parts are named by the kind of their section. */
export const agendaSchema = z
  .strictObject({
    minutes: z
      .record(idSchema, z.int().min(0).max(MOST_MINUTES))
      .default({})
      .describe('Planned minutes by kind of section, where they are others than those of the template.'),
    breaks: z.int().min(0).max(MOST_MINUTES).default(0).describe('Planned minutes of breaks.'),
    last: idSchema.optional().describe('Kind of the section in which time was used last.'),
    used: z
      .record(idSchema, z.int().min(0))
      .default({})
      .describe('Seconds that were used, by kind of section; those of breaks under `breaks`.'),
    cuts: z
      .array(idSchema)
      .max(MOST_CUTS)
      .optional()
      .describe(
        'Kinds of the sections with which a further sitting begins. Left out while sittings are of about the same length.',
      ),
  })
  .optional()
  .describe('Planned and used time. Left out while nobody planned or measured any.');
