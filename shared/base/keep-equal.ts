/**
 * The value that came now, with every piece of it that says the same as before in the shape of the object it was
 * before, all of it at best. What shows a piece then sees by identity that nothing changed. For plain data. What is
 * one object in several places stays one, and another item, by its `id`, is taken as it came: outcomes and rows are
 * compared by identity.
 */
export function keepEqual<Value>(before: unknown, now: Value): Value {
  return kept(before, now, new Map()) as Value;
}

/** What became of each object of the value that came now. */
type Seen = Map<object, unknown>;

function kept(before: unknown, now: unknown, seen: Seen): unknown {
  if (typeof now !== 'object' || now === null) return now;
  const known = seen.get(now);
  if (known !== undefined) return known;
  const result = keptOnce(before, now, seen);
  seen.set(now, result);
  return result;
}

function keptOnce(before: unknown, now: object, seen: Seen): unknown {
  if (before === now) return now;
  if (Array.isArray(before) && Array.isArray(now)) return keptList(before, now, seen);
  return isPlain(before) && isPlain(now) && before.id === now.id ? keptObject(before, now, seen) : now;
}

function keptList(before: readonly unknown[], now: readonly unknown[], seen: Seen): readonly unknown[] {
  const items = now.map((item, index) => kept(before[index], item, seen));
  const isAs = (list: readonly unknown[]) =>
    list.length === items.length && items.every((item, index) => Object.is(item, list[index]));
  if (isAs(before)) return before;
  return isAs(now) ? now : items;
}

function keptObject(before: Plain, now: Plain, seen: Seen): Plain {
  const names = Object.keys(now);
  const values = names.map((name): readonly [string, unknown] => [name, kept(before[name], now[name], seen)]);
  const isAs = (object: Plain) =>
    Object.keys(object).length === names.length &&
    values.every(([name, value]) => Object.hasOwn(object, name) && Object.is(value, object[name]));
  if (isAs(before)) return before;
  return isAs(now) ? now : Object.fromEntries(values);
}

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
