/**
 * The value that came now, with every piece of it that says the same as before in the shape of the object it was
 * before, all of it at best. What shows a piece then sees by identity that nothing changed. For plain data.
 */
export function keepEqual<Value>(before: unknown, now: Value): Value {
  return kept(before, now) as Value;
}

function kept(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before;
  if (Array.isArray(before) && Array.isArray(now)) return keptList(before, now);
  return isPlain(before) && isPlain(now) ? keptObject(before, now) : now;
}

function keptList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const items = now.map((item, index) => kept(before[index], item));
  return before.length === items.length && items.every((item, index) => Object.is(item, before[index]))
    ? before
    : items;
}

function keptObject(before: Plain, now: Plain): Plain {
  const names = Object.keys(now);
  let isSame = Object.keys(before).length === names.length;
  const values: (readonly [string, unknown])[] = [];
  for (const name of names) {
    const value = kept(before[name], now[name]);
    isSame &&= Object.is(value, before[name]) && Object.hasOwn(before, name);
    values.push([name, value]);
  }
  return isSame ? before : Object.fromEntries(values);
}

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
