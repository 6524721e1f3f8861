import type * as z from 'zod';

/** A text that somebody wrote, with the way to it in its document. */
export interface WrittenText {
  readonly way: readonly Step[];
  readonly text: string;
}

/** One step of a way. */
export interface Step {
  /** `field`: a key that the form gives; `entry`: the id of a map's entry; `row`: the id of a list's row, or its number. */
  readonly kind: 'field' | 'entry' | 'row';
  readonly key: string;
  /** What stands there. */
  readonly value: unknown;
}

/** Where a form has texts: what is left of it without all that is none. Null for nowhere. */
type Plan =
  | { readonly kind: 'text' }
  | { readonly kind: 'fields'; readonly fields: readonly (readonly [string, Plan])[] }
  | { readonly kind: 'entries' | 'rows'; readonly of: Plan }
  | { readonly kind: 'one-of'; readonly forms: readonly { readonly literals: Literals; readonly plan: Plan }[] }
  | null;

/** Fields of a form that have to be one of some values. */
type Literals = readonly (readonly [string, ReadonlySet<unknown>])[];

/**
 * Makes a function that finds every text of a value which its form leaves to the writer. Ids, dates, hashes and choices have a
 * pattern or a list of what they may be, so they are none.
 */
export function textFinder(form: z.ZodType): (value: unknown) => readonly WrittenText[] {
  const plan = planOf(form as z.core.$ZodType);
  return (value) => {
    const found: WrittenText[] = [];
    walk(plan, value, [], found);
    return found;
  };
}

function planOf(form: z.core.$ZodType): Plan {
  const { def } = form._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
      return planOf(def.innerType);
    case 'string':
      return isFree(def) ? { kind: 'text' } : null;
    case 'object': {
      const fields = Object.entries(def.shape).flatMap(([key, part]) => {
        const plan = planOf(part);
        return plan ? [[key, plan] as const] : [];
      });
      return fields.length > 0 ? { kind: 'fields', fields } : null;
    }
    case 'record':
    case 'array': {
      const plan = planOf(def.type === 'array' ? def.element : def.valueType);
      return plan && { kind: def.type === 'array' ? 'rows' : 'entries', of: plan };
    }
    case 'union': {
      const forms = def.options.flatMap((option) => {
        const plan = planOf(option);
        return plan ? [{ literals: literalsOf(option), plan }] : [];
      });
      return forms.length > 0 ? { kind: 'one-of', forms } : null;
    }
    default:
      return null;
  }
}

/** Whether anything may be written: no pattern, no format. */
function isFree(def: z.core.$ZodStringDef): boolean {
  return !('format' in def) && (def.checks ?? []).every((check) => check._zod.def.check !== 'string_format');
}

function literalsOf(form: z.core.$ZodType): Literals {
  const { def } = form._zod as z.core.$ZodTypes['_zod'];
  if (def.type !== 'object') return [];
  return Object.entries(def.shape).flatMap(([key, part]) => {
    const inner = (part._zod as z.core.$ZodTypes['_zod']).def;
    return inner.type === 'literal' ? [[key, new Set<unknown>(inner.values)] as const] : [];
  });
}

type Node = Readonly<Record<string, unknown>>;

function walk(plan: Plan, value: unknown, way: readonly Step[], found: WrittenText[]): void {
  if (plan === null || value === undefined || value === null) return;
  if (plan.kind === 'text') {
    if (typeof value === 'string' && value.trim() !== '') found.push({ way, text: value });
    return;
  }
  if (plan.kind === 'one-of') {
    const form = plan.forms.find(({ literals }) => literals.every(([key, may]) => may.has((value as Node)[key])));
    walk(form?.plan ?? null, value, way, found);
    return;
  }
  for (const [step, inner] of stepsInto(plan, value)) walk(inner, step.value, [...way, step], found);
}

/** What stands one level below a value. */
function stepsInto(
  plan: Extract<Plan, { readonly kind: 'fields' | 'entries' | 'rows' }>,
  value: object,
): readonly (readonly [Step, Plan])[] {
  const node = value as Node;
  switch (plan.kind) {
    case 'fields':
      return plan.fields.map(([key, inner]) => [{ kind: 'field', key, value: node[key] }, inner]);
    case 'entries':
      return Object.entries(node).map(([key, entry]) => [{ kind: 'entry', key, value: entry }, plan.of]);
    case 'rows':
      return (value as readonly unknown[]).map((row, index) => {
        const { id } = Object(row) as Node;
        return [{ kind: 'row', key: typeof id === 'string' ? id : String(index), value: row }, plan.of];
      });
  }
}
