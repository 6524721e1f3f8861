/**
 * The value that came now, with every piece of it that says the same as before in the shape of the object it was
 * before, all of it at best. What shows a piece then sees by identity that nothing changed. For plain data.
 */
export function keepEqual<Value>(before: unknown, now: Value): Value {
  return kept(before, now) as Value;
}

function kept(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before;
  if (Array.isArray(before) && Array.isArray(now)) {
    const items = now.map((item, index) => kept(before[index], item));
    return isSame(before, items) ? before : items;
  }
  if (!isPlain(before) || !isPlain(now)) return now;
  const entries = Object.entries(now).map(([name, value]) => [name, kept(before[name], value)] as const);
  const hasAll = Object.keys(before).length === entries.length;
  if (hasAll && entries.every(([name, value]) => Object.hasOwn(before, name) && Object.is(before[name], value))) {
    return before;
  }
  return Object.fromEntries(entries);
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && now.every((item, index) => Object.is(item, before[index]));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
