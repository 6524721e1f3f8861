import { isPlain, same } from './versions.ts';

/**
 * Ids and other words in what a version may have changed: what it refers to must not go without a word because the other
 * version removed it. Empty where nothing is known of the start, as nothing goes then.
 */
export function mentionedIn(bases: readonly unknown[], version: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  if (bases.length > 0) look(bases, version, found);
  return found;
}

function look(bases: readonly unknown[], value: unknown, found: Set<string>): void {
  if (bases.every((base) => same(base, value))) return;
  if (typeof value === 'string') found.add(value);
  else if (Array.isArray(value)) {
    for (const [index, row] of value.entries()) {
      look(
        bases.map((base) => counterpart(base, row, index)),
        row,
        found,
      );
    }
  } else if (isPlain(value)) {
    for (const [name, entry] of Object.entries(value)) {
      const earlier = bases.map((base) => (isPlain(base) ? base[name] : undefined));
      if (earlier.every((base) => same(base, entry))) continue;
      found.add(name);
      // That a row is there says nothing of another one of the same id.
      if (name !== 'id') look(earlier, entry, found);
    }
  }
}

/** Whether a row is gone of which one of the words is the id. */
export function losesMentioned(before: unknown, after: unknown, words: ReadonlySet<string>): boolean {
  if (words.size === 0 || same(before, after)) return false;
  if (isPlain(before)) {
    const now = isPlain(after) ? after : {};
    return Object.entries(before).some(([name, value]) => losesMentioned(value, now[name], words));
  }
  if (!Array.isArray(before)) return false;
  const now: readonly unknown[] = Array.isArray(after) ? after : [];
  return before.some((row) => {
    const id = isPlain(row) ? row.id : row;
    const later = now.find((entry) => (isPlain(entry) ? entry.id === id : entry === id));
    if (later === undefined) return typeof id === 'string' && words.has(id);
    return losesMentioned(row, later, words);
  });
}

/** The row of an earlier list that became this one. */
function counterpart(list: unknown, row: unknown, index: number): unknown {
  if (!Array.isArray(list)) return undefined;
  if (!isPlain(row) || !('id' in row))
    return typeof row === 'string' ? list.find((entry) => entry === row) : list[index];
  return list.find((entry) => isPlain(entry) && entry.id === row.id);
}
