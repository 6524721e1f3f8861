import type { Together } from './rules.ts';
import { type Conflict, conflictKey, type Side, same, type Versions } from './versions.ts';

/** One merge under way. */
export interface Merging {
  /** What belongs together, by the way to what holds it. */
  readonly rules: ReadonlyMap<string, readonly Together[]>;
  /** What somebody chose, by the key of the conflict. */
  readonly choices: ReadonlyMap<string, Side>;
  /** Words in what each version changed. */
  readonly mentioned: Readonly<Record<Side, ReadonlySet<string>>>;
  /** Takes down a conflict. */
  readonly report: (conflict: Conflict) => void;
}

/** Where a merge stands. */
export interface Place {
  readonly path: readonly string[];
  /** The same with `*` for ids. */
  readonly way: readonly string[];
}

/** Takes down that both versions changed something, and gives the value that stands meanwhile. */
export function choose(
  merging: Merging,
  { path }: Place,
  kind: Conflict['kind'],
  { bases, a, b }: Versions,
  kept: Side,
  fields: readonly string[] | null = null,
): unknown {
  const [first] = bases;
  const base = bases.every((other) => same(other, first)) ? first : undefined;
  merging.report({ kind, path, fields, base, a, b, kept });
  const side = merging.choices.get(conflictKey({ kind, path, fields })) ?? kept;
  return side === 'a' ? a : b;
}

/** One level deeper; `step` is `*` below ids. */
export function deeper(place: Place, name: string, step: string): Place {
  return { path: [...place.path, name], way: [...place.way, step] };
}
