import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { Plain } from './form.ts';

export type Side = 'a' | 'b';

/**
 * What two versions hold at one place, and what they may have started from there: several values where it is not known
 * which of them was the start, none where nothing is known of it.
 */
export interface Versions {
  readonly bases: readonly unknown[];
  readonly a: unknown;
  readonly b: unknown;
}

/** Something that both versions changed, each in its own way. */
export interface Conflict {
  /** `changed`: two values; `removed`: one version has it, the other one has not; `order`: of a list. */
  readonly kind: 'changed' | 'removed' | 'order';
  /** The way to it in the document: names of fields, and ids of entries and rows. */
  readonly path: readonly string[];
  /** The fields there that are meant; null for all of it. */
  readonly fields: readonly string[] | null;
  /** What both started from, where that is known. */
  readonly base: unknown;
  readonly a: unknown;
  readonly b: unknown;
  /** Whose is in the result while nobody chose. */
  readonly kept: Side;
}

/** Names a conflict among those of one merge; the same one each time. */
export function conflictKey({ kind, path, fields }: Pick<Conflict, 'kind' | 'path' | 'fields'>): string {
  return JSON.stringify([kind, path, fields]);
}

const TEXTS = new WeakMap<object, string>();

/** Whether two values say the same. Documents never change in place, so their texts are taken once. */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (!isObject(left) || !isObject(right)) return false;
  return textOf(left) === textOf(right);
}

function textOf(value: object): string {
  const known = TEXTS.get(value);
  if (known !== undefined) return known;
  const text = canonicalJson(value);
  TEXTS.set(value, text);
  return text;
}

/** Whether a version is sure to hold what it started with. */
export function isUnchanged({ bases }: Versions, value: unknown): boolean {
  return bases.length > 0 && bases.every((base) => same(base, value));
}

/** The value on which the versions agree without being asked; null where they do not. */
export function agreed(versions: Versions): { readonly value: unknown } | null {
  const { a, b } = versions;
  if (same(a, b) || isUnchanged(versions, b)) return { value: a };
  return isUnchanged(versions, a) ? { value: b } : null;
}

/** One level deeper. */
export function inside(versions: Versions, pick: (value: unknown) => unknown): Versions {
  return { bases: versions.bases.map(pick), a: pick(versions.a), b: pick(versions.b) };
}

export function fieldOf(name: string): (value: unknown) => unknown {
  return (value) => (isPlain(value) && Object.hasOwn(value, name) ? value[name] : undefined);
}

export function isPlain(value: unknown): value is Plain {
  return isObject(value) && !Array.isArray(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
