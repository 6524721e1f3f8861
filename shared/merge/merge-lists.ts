import type { Form } from './form.ts';
import { orderOf } from './merge-order.ts';
import { choose, deeper, type Merging, type Place } from './merging.ts';
import { isPlain, isUnchanged, type Side, type Versions } from './versions.ts';

type ListForm = Extract<Form, { readonly kind: 'rows' | 'values' }>;
/** What a list holds, by id, in its order. */
type ById = ReadonlyMap<string, unknown>;
/** Merges what stands at one place. */
type MergeAt = (merging: Merging, form: Form, versions: Versions, place: Place) => unknown;

/**
 * Merges two versions of a list by the ids of its rows. What one version added or removed is added or removed. A row that one
 * version removed and the other changed, or refers to, stays and is asked about.
 */
export function mergeLists(
  merging: Merging,
  form: ListForm,
  versions: Versions,
  place: Place,
  mergeAt: MergeAt,
): unknown {
  const [a, b] = [byId(versions.a), byId(versions.b)];
  const bases = versions.bases.map(byId);
  // Rows of the same id are a mistake of somebody else; such a list is taken as it is.
  if (!a || !b || !bases.every((base) => base !== null)) return choose(merging, place, 'changed', versions, 'a');
  const rows = new Map<string, unknown>();
  for (const id of new Set([...a.keys(), ...b.keys()])) {
    const row = { bases: bases.map((base) => base?.get(id)), a: a.get(id), b: b.get(id) };
    const merged = mergeRow(merging, form, row, deeper(place, id, '*'), mergeAt);
    if (merged !== undefined) rows.set(id, merged);
  }
  const ids = orderOf(merging, place, form.kind === 'rows' ? form.moment : null, {
    rows,
    a,
    b,
    bases: bases.flatMap((base) => base ?? []),
  });
  const merged = ids.map((id) => rows.get(id));
  return merged.length === 0 && form.isOptional ? undefined : merged;
}

function mergeRow(merging: Merging, form: ListForm, row: Versions, place: Place, mergeAt: MergeAt): unknown {
  if (row.a !== undefined && row.b !== undefined) {
    return form.kind === 'values' ? row.a : mergeAt(merging, form.of, row, place);
  }
  const side: Side = row.a === undefined ? 'b' : 'a';
  const own = row[side];
  const isKnown = row.bases.length > 0;
  if (isKnown && row.bases.every((base) => base === undefined)) return own;
  const isMentioned = merging.mentioned[side].has(place.path.at(-1) ?? '');
  if (isUnchanged(row, own) && !isMentioned) return undefined;
  return choose(merging, place, 'removed', row, side);
}

/** The rows of a list by their ids; null where they cannot be told apart. Nothing is an empty list. */
function byId(list: unknown): ById | null {
  if (list === undefined) return new Map();
  if (!Array.isArray(list)) return null;
  const rows = new Map(list.map((row) => [isPlain(row) ? String(row.id) : String(row), row] as const));
  return rows.size === list.length ? rows : null;
}
