import * as z from 'zod';
import { lineSchema, textSchema } from '#shared/base/fields.ts';

/** The one version of the custom lens format of the AWS Well-Architected Tool. */
export const LENS_SCHEMA_VERSION = '2021-11-01';

/** Conditions name choices, so an id holds nothing that a condition could take for something else. */
export const LENS_ID = /^[A-Za-z0-9_]{3,128}$/;
const lensId = z.string().regex(LENS_ID, 'use 3–128 letters, digits and underscores');
const heading = lineSchema.min(1, 'this text is empty');
const url = textSchema.max(2048).regex(/^(https?:\/\/.*)?$/is, 'use an address that begins with https:// or http://');

/** Many writers put `null` where there is nothing. */
const absent = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => value ?? undefined, schema.optional());
/** All that canonical JSON can say; a number too large for a double is none. */
const foreignValue = z.unknown().refine((value) => z.json().safeParse(value).success, 'this cannot be kept as JSON');
/** An object of the format; keys that the format does not know stay as they are. */
const object = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).catchall(foreignValue);

const link = object({ displayText: absent(textSchema), url: absent(url) });
const resources = object({
  type: z.enum(['HELPFUL_RESOURCE', 'IMPROVEMENT_PLAN']),
  content: z.preprocess((value) => value ?? [], z.array(link).max(20)),
});

const choice = object({
  id: lensId,
  title: heading,
  /** Not in the specification, but in many lenses. */
  description: absent(textSchema),
  helpfulResource: absent(link),
  improvementPlan: absent(link),
  additionalResources: absent(z.array(resources).max(10)),
});

const riskRule = object({
  condition: textSchema,
  risk: z.enum(['NO_RISK', 'MEDIUM_RISK', 'HIGH_RISK']),
});

const question = object({
  id: lensId,
  title: heading,
  description: absent(textSchema),
  helpfulResource: absent(link),
  choices: z.array(choice).min(1, 'a question needs a choice').max(40),
  riskRules: absent(z.array(riskRule).max(40)),
});

const pillar = object({
  id: lensId,
  name: heading,
  questions: z.array(question).min(1, 'a pillar needs a question').max(200),
});

const lens = object({
  schemaVersion: z.literal(LENS_SCHEMA_VERSION),
  name: heading,
  description: textSchema.min(1, 'say what the lens is for'),
  pillars: z.array(pillar).min(1, 'a lens needs a pillar').max(50),
});

/** The kinds of objects in a lens. */
const OBJECTS = { lens, pillar, question, choice, riskRule, resources, link };
export type LensObject = keyof typeof OBJECTS;

/** What stands in an object of a lens under keys that the format does not know; undefined when nothing does. */
export function foreignPart(
  kind: LensObject,
  entry: Readonly<Record<string, unknown>>,
): Record<string, z.core.util.JSONType> | undefined {
  const known = new Set(Object.keys(OBJECTS[kind].shape));
  const foreign = Object.entries(entry).filter(([key]) => !known.has(key));
  return foreign.length > 0 ? z.record(z.string(), z.json()).parse(Object.fromEntries(foreign)) : undefined;
}

/**
 * The form of a custom lens, after the format specification in the user guide of the AWS Well-Architected
 * Tool. What that tool limits more tightly than Groundwork does is left to `lensLimits`. Keys that it does not
 * know are kept, as a template keeps them; `unknownKeys` names them.
 */
export const lensSchema = lens.superRefine(({ pillars }, context) => {
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

/** Paths of the keys that the format does not know. Keys that begin with `_` are comments by custom and not named. */
export function unknownKeys(lens: Lens): readonly string[] {
  const named = (kind: LensObject, entry: Readonly<Record<string, unknown>> | undefined, path: string) =>
    Object.keys((entry && foreignPart(kind, entry)) ?? {})
      .filter((key) => !key.startsWith('_'))
      .map((key) => `${path}${key}`);
  const ofChoice = (entry: LensChoice, at: string) => [
    ...named('choice', entry, at),
    ...named('link', entry.helpfulResource, `${at}helpfulResource.`),
    ...named('link', entry.improvementPlan, `${at}improvementPlan.`),
    ...(entry.additionalResources ?? []).flatMap((more, index) => [
      ...named('resources', more, `${at}additionalResources.${index}.`),
      ...more.content.flatMap((one, place) =>
        named('link', one, `${at}additionalResources.${index}.content.${place}.`),
      ),
    ]),
  ];
  const ofQuestion = (entry: LensQuestion, at: string) => [
    ...named('question', entry, at),
    ...named('link', entry.helpfulResource, `${at}helpfulResource.`),
    ...entry.choices.flatMap((one, index) => ofChoice(one, `${at}choices.${index}.`)),
    ...(entry.riskRules ?? []).flatMap((rule, index) => named('riskRule', rule, `${at}riskRules.${index}.`)),
  ];
  return [
    ...named('lens', lens, ''),
    ...lens.pillars.flatMap((entry, index) => [
      ...named('pillar', entry, `pillars.${index}.`),
      ...entry.questions.flatMap((one, place) => ofQuestion(one, `pillars.${index}.questions.${place}.`)),
    ]),
  ];
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
