import * as z from 'zod';
import { idSchema } from '#shared/base/fields.ts';

/** Longest a section or all breaks can be planned, in minutes: ten hours. */
export const MOST_MINUTES = 600;

/** How a review is to be gone through, and the time that it took. Parts are named by the kind of their section. */
export const agendaSchema = z
  .strictObject({
    minutes: z
      .record(idSchema, z.int().min(0).max(MOST_MINUTES))
      .default({})
      .describe('Planned minutes by kind of section, where they are others than those of the template.'),
    breaks: z.int().min(0).max(MOST_MINUTES).default(0).describe('Planned minutes of breaks.'),
    used: z.record(idSchema, z.int().min(0)).default({}).describe('Seconds that were used, by kind of section.'),
  })
  .optional()
  .describe('Planned and used time. Left out while nobody planned or measured any.');
