import type { SectionOf } from '#shared/template/template.ts';

export type Counterpart = SectionOf<'audit'>['counterparts'][number];

/**
 * The row of the table for a library, by the name people type (`zap`) or its module
 * path with or without a version (`github.com/go-chi/chi/v5`). A name has to be the very one, as many
 * modules end in the same word; of the module paths that a path lies under, the longest wins. Null when none.
 */
export function suggestCounterpart(section: SectionOf<'audit'>, name: string): Counterpart | null {
  const { names, modules } = indexOf(section);
  const wanted = moduleKey(name);
  const named = names.get(wanted);
  if (named) return named;
  for (let path = wanted; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    const row = modules.get(moduleKey(path));
    if (row) return row;
  }
  return null;
}

interface CounterpartIndex {
  readonly names: ReadonlyMap<string, Counterpart>;
  readonly modules: ReadonlyMap<string, Counterpart>;
}

/** Kept with the section, as a pasted go.mod asks for each of its modules. */
const indexes = new WeakMap<SectionOf<'audit'>, CounterpartIndex>();

function indexOf(section: SectionOf<'audit'>): CounterpartIndex {
  const known = indexes.get(section);
  if (known) return known;
  const index = {
    names: rowsBy(section, ({ current }) => current),
    modules: rowsBy(section, ({ modules }) => modules),
  };
  indexes.set(section, index);
  return index;
}

/** Rows by the keys of some names; where two rows have the same one, the first counts. */
function rowsBy(section: SectionOf<'audit'>, namesOf: (row: Counterpart) => readonly string[]) {
  const entries = section.counterparts.flatMap((row) => namesOf(row).map((name) => [moduleKey(name), row] as const));
  return new Map(entries.toReversed());
}

/** A name as it is compared: lower case, without version (`@v1.2.3`, `/v5`, `.v3`) and slashes at the end. */
export function moduleKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/\/+$/, '')
    .replace(/[/.]v\d+$/, '');
}

/** What is to be said of a row that rests on no document, with the day on which it was checked. */
export function checkedText(day: string): string {
  return `checked ${day}, not from the documents`;
}
