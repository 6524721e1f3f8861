import { itemName } from '#shared/template/diff.ts';

export type Node = Readonly<Record<string, unknown>>;
export type Row = Node & { readonly id: string };

const LONGEST_NAME = 80;

/** The nearest thing with this id that has a name of its own. */
export function find(scopes: readonly unknown[], id: string): Row | null {
  for (const scope of scopes) {
    const item = typeof scope === 'object' && scope !== null ? namedIn(scope).get(id) : undefined;
    if (item) return item;
  }
  return null;
}

/** What was found in a scope before. Reviews and templates never change in place, so it stays true. */
const NAMED = new WeakMap<object, ReadonlyMap<string, Row>>();

/** Everything below a scope that has an id and a name, the first one of each id. */
function namedIn(scope: object): ReadonlyMap<string, Row> {
  const known = NAMED.get(scope);
  if (known) return known;
  const found = new Map<string, Row>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isRow(value) && !found.has(value.id) && itemName(value) !== value.id) found.set(value.id, value);
    for (const entry of Object.values(value)) look(entry);
  };
  look(scope);
  NAMED.set(scope, found);
  return found;
}

/** What a row is called, short enough to stand in a line; empty where it has no name. */
export function nameOf(row: Row): string {
  const name = itemName(row);
  if (name === row.id) return '';
  const line = name.trim().replace(/\s+/g, ' ');
  return line.length <= LONGEST_NAME
    ? line
    : `${line
        .slice(0, LONGEST_NAME)
        .toWellFormed()
        .replace(/\uFFFD$/, '')} …`;
}

export function isRow(value: unknown): value is Row {
  return isNode(value) && typeof value.id === 'string';
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `evidenceHint` and `sign-off` in words. */
export function words(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');
}

/** The same as the beginning of a line. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
