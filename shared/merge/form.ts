import * as z from 'zod';
import { entrySchema } from '#shared/follow-up/schema.ts';
import { dissentSchema, notKnownSchema } from '#shared/kinds/parts.ts';
import {
  closedSchema,
  closingSchema,
  deprecatedSchema,
  signatureSchema,
  supersededBySchema,
  supersedesSchema,
} from '#shared/kinds/sign-off/schema.ts';
import { roundSchema } from '#shared/rounds/schema.ts';

/** How a value of a review is merged: what is left of its form when only that is asked. */
export type Form =
  /** One thing that somebody said: taken or not, never put together from two versions. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, Form>; readonly untouched: Plain | null }
  /** Entries by the ids of items. */
  | { readonly kind: 'entries'; readonly of: Form }
  /** Rows by their own ids. `moment`: the field with the time at which they were added, where their order is that of time. */
  | { readonly kind: 'rows'; readonly of: Form; readonly moment: string | null; readonly isOptional: boolean }
  /** Ids or words, each of which is in the list or not. */
  | { readonly kind: 'values'; readonly isOptional: boolean };

export type Plain = Readonly<Record<string, unknown>>;

const WHOLE: Form = { kind: 'whole' };

/** What one person gave at one time. */
const GIVEN: ReadonlySet<z.core.$ZodType> = new Set<z.core.$ZodType>([
  closedSchema,
  closingSchema,
  deprecatedSchema,
  dissentSchema,
  entrySchema,
  notKnownSchema,
  roundSchema,
  signatureSchema,
  supersededBySchema,
  supersedesSchema,
]);

const MOMENTS = ['signedAt', 'revealedAt', 'at'] as const;

/** The form of what a schema describes, as a merge needs it. */
export function formOf(schema: z.core.$ZodType, isOptional = false): Form {
  if (GIVEN.has(schema)) return WHOLE;
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'optional':
      return formOf(def.innerType, true);
    case 'nullable':
    case 'default':
    case 'prefault':
      return formOf(def.innerType, isOptional);
    case 'object':
      return {
        kind: 'fields',
        fields: new Map(Object.entries(def.shape).map(([name, field]) => [name, formOf(field)])),
        untouched: untouchedOf(schema),
      };
    case 'record':
      return { kind: 'entries', of: formOf(def.valueType) };
    case 'array':
      return listForm(def.element, isOptional);
    default:
      return WHOLE;
  }
}

function listForm(element: z.core.$ZodType, isOptional: boolean): Form {
  const { def } = element._zod as z.core.$ZodTypes['_zod'];
  if (def.type === 'string') return { kind: 'values', isOptional };
  // Rows of several forms have an id in each of them.
  const shapes = def.type === 'union' ? def.options.map(shapeOf) : [shapeOf(element)];
  if (!shapes.every((shape) => 'id' in shape)) return WHOLE;
  const moment = MOMENTS.find((name) => shapes.every((shape) => name in shape)) ?? null;
  return { kind: 'rows', of: formOf(element), moment, isOptional };
}

function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, unknown>> {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  return def.type === 'object' ? def.shape : {};
}

/** What a thing of this form is before anybody touched it; null where there is no such thing. */
function untouchedOf(schema: z.core.$ZodType): Plain | null {
  const parsed = [{}, { id: 'new' }].map((value) => z.safeParse(schema, value)).find(({ success }) => success);
  return (parsed?.data as Plain | undefined) ?? null;
}
