import * as z from 'zod';
import { dateSchema, idSchema, keyed, lineSchema, list, textSchema } from '#shared/base/fields.ts';
import { item, items, section, sources } from '#shared/template/item.ts';

const line = lineSchema.default('');
const text = textSchema.default('');

/** What the component depends on today, and what would take its place. */
export const auditSection = z.strictObject({
  kind: z.literal('audit').describe('Dependencies of today and their counterparts.'),
  ...section,
  counterparts: items(
    z.strictObject({
      id: idSchema.describe('Key of the row.'),
      area: lineSchema.min(1).describe('What the libraries are for.'),
      current: z.array(lineSchema.min(1)).min(1).max(30).describe('Names in use today, as people type them.'),
      modules: z.array(lineSchema.min(1)).max(30).default([]).describe('Module paths that mean the same libraries.'),
      candidate: lineSchema.min(1).describe('What takes their place.'),
      note: textSchema.default('').describe('What to know about the change.'),
      checked: dateSchema
        .optional()
        .describe('Day on which a row was checked that its makers added of their own, not from the sources.'),
      sources,
    }),
  ).describe('Table of counterparts that pre-fills the audit.'),
  packages: z
    .array(
      z.strictObject({
        id: idSchema.describe('Key of the row.'),
        ecosystem: z.enum(['npm', 'maven', 'pypi', 'cargo']).describe('Whose names they are.'),
        names: z
          .array(lineSchema.min(1))
          .min(1)
          .max(60)
          .describe('Names of packages as their manifest has them, such as “express” or “org.slf4j:slf4j-api”.'),
        candidate: lineSchema.min(1).describe('What takes their place.'),
        checked: dateSchema
          .optional()
          .describe('Day on which a row was checked that its makers added of their own, not from the sources.'),
        sources,
      }),
    )
    .max(400)
    .optional()
    .describe('Counterparts of packages of other ecosystems, matched by their very names.'),
  toolchain: z
    .array(
      z.strictObject({
        ...item,
        from: lineSchema.min(1).describe('Tool of today.'),
        to: lineSchema.min(1).describe('Its counterpart.'),
        holdsFor: z
          .array(lineSchema.min(1))
          .max(20)
          .optional()
          .describe(
            'What the component has to be built with today for the tool of today to be in use; letter case does not count. Left out, it holds for any.',
          ),
      }),
    )
    .max(40)
    .default([])
    .describe('Tools of today and their counterparts, as a readiness list.'),
  gapRisk: idSchema.nullable().default(null).describe('Id of the risk raised by a missing counterpart.'),
});

export const dependencySchema = z.strictObject({
  id: idSchema.describe('Key of the row, unique in the list.'),
  name: line.describe('What is used now.'),
  candidate: line.describe('What would take its place.'),
  status: z.enum(['ready', 'partial', 'missing']).nullable().default(null).describe('How far the counterpart goes.'),
  days: z.number().min(0).max(10_000).nullable().default(null).describe('Effort to close the gap, in person days.'),
  owner: line.describe('Who looks after it.'),
  note: text.describe('What else to know.'),
});

export const toolSchema = z.strictObject({
  ready: z.boolean().default(false).describe('Whether the team can work with the counterpart.'),
  note: text.describe('What is still missing.'),
});

export const auditAnswers = z.strictObject({
  dependencies: list(dependencySchema).describe('Dependencies of the component.'),
  toolchain: keyed(toolSchema).describe('Tools, by their id.'),
});
