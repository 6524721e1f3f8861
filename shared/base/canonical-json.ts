/** A value in canonical form. */
export interface CanonicalForm {
  readonly text: string;
  /** The same data with sorted keys throughout, for whoever prints it in another layout. */
  readonly sorted: unknown;
}

/**
 * JSON Canonicalization Scheme (RFC 8785): keys sorted by UTF-16 code units, no white space,
 * numbers and strings as ECMAScript prints them. Two equal documents give the same text.
 * Properties that are `undefined` are left out, as JSON does.
 * @throws {TypeError} for what JSON cannot hold and for lone surrogates, which UTF-8 cannot hold.
 */
export function canonicalJson(value: unknown): string {
  const seen = { arrayIndex: false };
  return textOf(inOrder(value, seen), seen);
}

/**
 * As `canonicalJson`, for those who need the sorted data too: one walk gives both.
 * @throws {TypeError} as it does
 */
export function canonicalForm(value: unknown): CanonicalForm {
  const seen = { arrayIndex: false };
  const sorted = inOrder(value, seen);
  return { text: textOf(sorted, seen), sorted };
}

/** The canonical text of an object, put together from that of its members by name. */
export function canonicalText(members: Iterable<readonly [name: string, text: string]>): string {
  const inOrder = [...members].sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${inOrder.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}

function textOf(sorted: unknown, seen: { readonly arrayIndex: boolean }): string {
  return seen.arrayIndex ? spelledOut(sorted) : JSON.stringify(sorted);
}

/** The same data with sorted keys throughout, so that files are stable and their diffs small. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(sortedEntries(value).map(([key, entry]) => [key, sortKeys(entry)]));
}

/** Checks and sorts in one walk. Notes keys that no object keeps in order. */
function inOrder(value: unknown, seen: { arrayIndex: boolean }): unknown {
  if (Array.isArray(value)) {
    const entries: unknown[] = [];
    // By index, because holes are to be seen: JSON cannot hold them.
    for (let index = 0; index < value.length; index++) entries.push(inOrder(value[index], seen));
    return entries;
  }
  if (typeof value === 'object' && value !== null) return objectInOrder(value as Record<string, unknown>, seen);
  checkLeaf(value);
  return value;
}

function objectInOrder(
  value: Readonly<Record<string, unknown>>,
  seen: { arrayIndex: boolean },
): Readonly<Record<string, unknown>> {
  const sorted: Record<string, unknown> = {};
  // Without a function of its own to compare with, `sort` goes by UTF-16 code units.
  for (const key of Object.keys(value).sort()) {
    const part = value[key];
    if (part === undefined) continue;
    checkLeaf(key);
    if (isArrayIndex(key)) seen.arrayIndex = true;
    const entry = inOrder(part, seen);
    if (key !== '__proto__') sorted[key] = entry;
    else Object.defineProperty(sorted, key, { value: entry, enumerable: true });
  }
  return sorted;
}

function checkLeaf(value: unknown): void {
  switch (typeof value) {
    case 'string':
      if (value.isWellFormed()) return;
      throw new TypeError('A canonical document cannot hold a lone surrogate');
    case 'number':
      if (Number.isFinite(value)) return;
      throw new TypeError('A canonical document holds finite numbers only');
    case 'boolean':
      return;
    default:
      if (value !== null) throw new TypeError(`A canonical document cannot hold a ${typeof value}`);
  }
}

/** Whether every object puts this key before its others, by number; `JSON.stringify` follows that order. */
function isArrayIndex(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 && /^(?:0|[1-9]\d{0,9})$/.test(key);
}

/** The text of checked data whose objects do not keep the canonical order by themselves. */
function spelledOut(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spelledOut).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${sortedEntries(value)
    .map(([key, entry]) => `${JSON.stringify(key)}:${spelledOut(entry)}`)
    .join(',')}}`;
}

function sortedEntries(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}
