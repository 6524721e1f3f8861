/**
 * JSON Canonicalization Scheme (RFC 8785): keys sorted by UTF-16 code units, no white space,
 * numbers and strings as ECMAScript prints them. Two equal documents give the same text.
 * Properties that are `undefined` are left out, as JSON does.
 * @throws {TypeError} for what JSON cannot hold and for lone surrogates, which UTF-8 cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = sortedEntries(value).map(([key, entry]) => `${canonicalJson(key)}:${canonicalJson(entry)}`);
    return `{${members.join(',')}}`;
  }
  if (typeof value === 'string' && !value.isWellFormed()) {
    throw new TypeError('A canonical document cannot hold a lone surrogate');
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError('A canonical document holds finite numbers only');
  }
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`A canonical document cannot hold a ${typeof value}`);
  return text;
}

/** The same data with sorted keys throughout, so that files are stable and their diffs small. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(sortedEntries(value).map(([key, entry]) => [key, sortKeys(entry)]));
}

function sortedEntries(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}
