import * as z from 'zod';
import { lineSchema, textSchema } from '#shared/base/fields.ts';

/** The one version of the custom lens format of the AWS Well-Architected Tool. */
export const LENS_SCHEMA_VERSION = '2021-11-01';

/** Conditions name choices, so an id holds nothing that a condition could take for something else. */
export const LENS_ID = /^[A-Za-z0-9_]{3,128}$/;
const lensId = z.string().regex(LENS_ID, 'use 3–128 letters, digits and underscores');
const heading = lineSchema.min(1, 'this text is empty');
const url = textSchema.max(2048).regex(/^(https?:\/\/.*)?$/is, 'use an address that begins with https:// or http://');

const link = z.object({ displayText: textSchema.optional(), url: url.optional() });

const choice = z.object({
  id: lensId,
  title: heading,
  helpfulResource: link.optional(),
  improvementPlan: link.optional(),
  additionalResources: z
    .array(z.object({ type: z.enum(['HELPFUL_RESOURCE', 'IMPROVEMENT_PLAN']), content: z.array(link).max(20) }))
    .max(10)
    .optional(),
});

const riskRule = z.object({
  condition: textSchema,
  risk: z.enum(['NO_RISK', 'MEDIUM_RISK', 'HIGH_RISK']),
});

const question = z.object({
  id: lensId,
  title: heading,
  description: textSchema.optional(),
  helpfulResource: link.optional(),
  choices: z.array(choice).min(1, 'a question needs a choice').max(40),
  riskRules: z.array(riskRule).max(40).optional(),
});

const pillar = z.object({
  id: lensId,
  name: heading,
  questions: z.array(question).min(1, 'a pillar needs a question').max(200),
});

/**
 * The form of a custom lens, after the format specification in the user guide of the AWS Well-Architected
 * Tool. What that tool limits more tightly than Groundwork does is left to `lensLimits`. Unknown keys are
 * dropped; `unknownKeys` names them.
 */
export const lensSchema = z
  .object({
    schemaVersion: z.literal(LENS_SCHEMA_VERSION),
    name: heading,
    description: textSchema.min(1, 'say what the lens is for'),
    pillars: z.array(pillar).min(1, 'a lens needs a pillar').max(50),
  })
  .superRefine(({ pillars }, context) => {
    const twice = repeated(pillars, ['pillars']);
    const questions = new Set<string>();
    pillars.forEach((entry, index) => {
      const path = ['pillars', index, 'questions'];
      // Answers are kept by question, so a question's id is unique in the whole lens.
      twice.push(...repeated(entry.questions, path, questions));
      entry.questions.forEach(({ choices }, at) => {
        twice.push(...repeated(choices, [...path, at, 'choices']));
      });
    });
    for (const { path, id } of twice) {
      context.addIssue({ code: 'custom', path: [...path, 'id'], message: `"${id}" stands here twice` });
    }
  });

export type Lens = z.output<typeof lensSchema>;
export type LensQuestion = Lens['pillars'][number]['questions'][number];
export type LensChoice = LensQuestion['choices'][number];
export type LensLink = z.output<typeof link>;
export type LensRisk = z.output<typeof riskRule>['risk'];

/** Whether JSON means to be a lens, however faulty; for telling it from a template. */
export function looksLikeLens(json: unknown): boolean {
  return isRecord(json) && !('format' in json) && ('pillars' in json || json.schemaVersion === LENS_SCHEMA_VERSION);
}

/**
 * Paths of the keys of a file that the format does not know, so that none goes unseen. Keys that begin
 * with `_` are comments by custom and are left out.
 */
export function unknownKeys(json: unknown, known: unknown, path: readonly string[] = []): readonly string[] {
  if (Array.isArray(json) && Array.isArray(known)) {
    return json.flatMap((entry, index) => unknownKeys(entry, known[index], [...path, String(index)]));
  }
  if (!isRecord(json) || !isRecord(known)) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    if (key.startsWith('_')) return [];
    const here = [...path, key];
    return Object.hasOwn(known, key) ? unknownKeys(value, known[key], here) : [here.join('.')];
  });
}

function repeated(
  rows: readonly { readonly id: string }[],
  path: readonly (string | number)[],
  seen: Set<string> = new Set(),
): { readonly path: readonly (string | number)[]; readonly id: string }[] {
  return rows.flatMap(({ id }, index) => {
    if (seen.has(id)) return [{ path: [...path, index], id }];
    seen.add(id);
    return [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
