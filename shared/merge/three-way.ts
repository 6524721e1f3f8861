import type { Form, Plain } from './form.ts';
import { losesMentioned } from './mentions.ts';
import { mergeLists } from './merge-lists.ts';
import { choose, deeper, type Merging, type Place } from './merging.ts';
import type { Together } from './rules.ts';
import { agreed, fieldOf, inside, isPlain, type Side, same, type Versions } from './versions.ts';

/** Merges what stands at one place; undefined where nothing is to stand there. */
export function mergeAt(merging: Merging, form: Form, versions: Versions, place: Place): unknown {
  const taken = agreed(versions);
  const { a, b } = versions;
  const { mentioned } = merging;
  // What one version removed, the other one may refer to somewhere else.
  const isSafe = () => !losesMentioned(b, a, mentioned.b) && !losesMentioned(a, b, mentioned.a);
  if (taken && (form.kind === 'whole' || same(a, b) || isSafe())) return taken.value;
  if (a === undefined || b === undefined) {
    if (!canBeMissing(form)) return choose(merging, place, 'removed', versions, a === undefined ? 'b' : 'a');
  }
  switch (form.kind) {
    case 'whole':
      return choose(merging, place, 'changed', versions, 'a');
    case 'rows':
    case 'values':
      return mergeLists(merging, form, versions, place, mergeAt);
    case 'entries':
      return bothPlain(versions)
        ? mergeEntries(merging, form.of, versions, place)
        : choose(merging, place, 'changed', versions, 'a');
    case 'fields':
      return bothPlain(versions)
        ? mergeFields(merging, form, withUntouched(versions, form.untouched), place)
        : choose(merging, place, 'changed', versions, 'a');
  }
}

/** A list that is missing is an empty one. */
function canBeMissing(form: Form): boolean {
  return form.kind === 'rows' || form.kind === 'values';
}

function bothPlain({ a, b }: Versions): boolean {
  return isPlain(a) && isPlain(b);
}

/** Where both versions added the same thing, both started from an untouched one. */
function withUntouched(versions: Versions, untouched: Plain | null): Versions {
  return { ...versions, bases: versions.bases.map((base) => base ?? untouched ?? undefined) };
}

function mergeEntries(merging: Merging, of: Form, versions: Versions, place: Place): Plain {
  return fromNames(versions, (name) => mergeAt(merging, of, inside(versions, fieldOf(name)), deeper(place, name, '*')));
}

function mergeFields(
  merging: Merging,
  { fields }: Extract<Form, { readonly kind: 'fields' }>,
  versions: Versions,
  place: Place,
): Plain {
  const asOne = new Map<string, unknown>();
  for (const together of merging.rules.get(place.way.join('.')) ?? []) {
    for (const [name, value] of mergeTogether(merging, together, versions, place)) asOne.set(name, value);
  }
  return fromNames(versions, (name) => {
    if (asOne.has(name)) return asOne.get(name);
    const form: Form = fields.get(name) ?? { kind: 'whole' };
    return mergeAt(merging, form, inside(versions, fieldOf(name)), deeper(place, name, name));
  });
}

/** The fields that belong together, where they have to come from one version; none where each can be merged alone. */
function mergeTogether(
  merging: Merging,
  { head, with: rest }: Together,
  versions: Versions,
  place: Place,
): readonly (readonly [string, unknown])[] {
  const names = [...head, ...rest].filter((name) => {
    const { a, b } = inside(versions, fieldOf(name));
    return !same(a, b);
  });
  const changedBy = (side: Side) =>
    names.filter((name) => {
      const field = inside(versions, fieldOf(name));
      return field.bases.length === 0 || field.bases.some((base) => !same(base, field[side]));
    });
  const [byA, byB] = [changedBy('a'), changedBy('b')];
  const isHeadAtStake = head.some((name) => byA.includes(name) || byB.includes(name));
  if (byA.length === 0 || byB.length === 0 || !isHeadAtStake || names.length < 2) return [];
  const parts = inside(versions, (value) => picked(value, names));
  const chosen = choose(merging, place, 'changed', parts, 'a', names);
  return names.map((name) => [name, fieldOf(name)(chosen)] as const);
}

function picked(value: unknown, names: readonly string[]): Plain {
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = fieldOf(name)(value);
      return field === undefined ? [] : [[name, field] as const];
    }),
  );
}

/** An object of what is made of each name that either version has. */
function fromNames({ a, b }: Versions, make: (name: string) => unknown): Plain {
  const names = new Set([...Object.keys(Object(a)), ...Object.keys(Object(b))]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const value = make(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
