import type * as z from 'zod';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';

export interface MarkedReview {
  readonly review: ReviewDocument;
  /** A text for every field that takes free text; each occurs once in the review. */
  readonly markers: readonly string[];
}

/** Values for strings that have to have a certain form. */
const FORMED = [
  '2026-03-04',
  '2026-01-02T03:04:05Z',
  '0f8fad5b-d9cb-469f-a165-70867728950e',
  'a'.repeat(64),
  'some-id',
  '{}',
];

const made = new WeakMap<Template, Map<number, MarkedReview>>();

/** The markers that a text or other value holds; one pass, as a marked review has thousands. */
export function markersIn(value: unknown): ReadonlySet<string> {
  return new Set((typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).match(/M\d+→ż/g));
}

/**
 * A review in which every field that takes free text holds a text of its own, made by walking the
 * schema: a field added later is covered without touching this. `variant` picks among fixed choices,
 * so that several variants together go through all of them. Made once for all tests that ask for the same one.
 */
export function markedReview(template: Template, variant: number): MarkedReview {
  const variants = made.get(template) ?? new Map<number, MarkedReview>();
  made.set(template, variants);
  const marked = variants.get(variant) ?? makeMarkedReview(template, variant);
  variants.set(variant, marked);
  return marked;
}

function makeMarkedReview(template: Template, variant: number): MarkedReview {
  const markers: string[] = [];
  const keys = [...new Set([...idsOf(template), 'row-0', 'row-1', 'no-longer-there'])];

  const make = (schema: z.core.$ZodType, position: number): unknown => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    switch (def.type) {
      case 'default':
      case 'prefault':
      case 'optional':
        return make(def.innerType, position);
      case 'nullable':
        return (position + variant) % 5 === 4 ? null : make(def.innerType, position);
      case 'object':
        return Object.fromEntries(
          Object.entries(def.shape).map(([key, part]) => [
            key,
            key === 'id' ? idFor(part, position) : make(part, position),
          ]),
        );
      case 'array':
        return [0, 1].map((index) => make(def.element, index));
      case 'record':
        return Object.fromEntries(keys.map((key, index) => [key, make(def.valueType, index)]));
      case 'union':
        return def.options.length === 0 ? undefined : make(pick(def.options, position + variant), position);
      case 'tuple':
        return def.items.map((part) => make(part, position));
      case 'enum':
        return pick(Object.values(def.entries), position + variant);
      case 'literal':
        return def.values[0];
      case 'boolean':
        return (position + variant) % 2 === 0;
      case 'number':
        return 1 + ((position + variant) % 5);
      case 'string':
        return string(schema);
      default:
        throw new Error(`The walk does not know the schema type ${def.type}`);
    }
  };

  /** Free text is what accepts any words; everything else has a form. */
  const string = (schema: z.core.$ZodType): string => {
    const marker = `M${markers.length}→ż`;
    if (accepts(schema, marker)) {
      markers.push(marker);
      return marker;
    }
    return formed(schema);
  };

  const review = reviewDocumentSchema.parse(make(reviewDocumentSchema, 0));
  return { review: inForce(review, template, variant), markers };
}

/** Decides and signs: choices that exist, and approvers who did sign. */
function inForce(review: ReviewDocument, template: Template, variant: number): ReviewDocument {
  const ids = (kind: Template['sections'][number]['kind'], list: string): readonly string[] => {
    const section: Readonly<Record<string, unknown>> | undefined = template.sections.find(
      (entry) => entry.kind === kind,
    );
    const rows = section?.[list];
    return Array.isArray(rows) ? rows.map((row: { id: string }) => row.id) : [];
  };
  return {
    ...review,
    strategy: { ...review.strategy, chosen: pick([...ids('strategy', 'strategies'), null], variant) },
    decision: {
      ...review.decision,
      choice: pick([...ids('decision', 'choices'), null], variant),
      stage: pick([...ids('path', 'stages'), null], variant),
      chosenOption: pick(['row-0', null], variant),
    },
    signOff: {
      ...review.signOff,
      signatures: review.signOff.signatures.map((signature, index) => ({
        ...signature,
        approver: pick(['row-0', 'row-1', 'somebody-else'], index + variant),
      })),
    },
  };
}

function idsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === 'id' && typeof entry === 'string' ? [entry] : idsOf(entry),
  );
}

function idFor(schema: z.core.$ZodType, position: number): string {
  return accepts(schema, `row-${position}`) ? `row-${position}` : formed(schema);
}

function formed(schema: z.core.$ZodType): string {
  const found = FORMED.find((text) => accepts(schema, text));
  if (found === undefined) throw new Error('No example value fits a field of the review; add one to FORMED');
  return found;
}

function accepts(schema: z.core.$ZodType, value: string): boolean {
  return (schema as z.ZodType).safeParse(value).success;
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There is nothing to pick from');
  return item;
}
