/**
 * JSON in which each half of a character (a lone surrogate, which cannot be written as UTF-8) is replaced, with the
 * paths of the texts and keys that held one.
 */
export function wellFormedJson(json: unknown): { readonly json: unknown; readonly mended: readonly string[] } {
  const mended: string[] = [];
  return { json: wellFormed(json, [], mended), mended };
}

function wellFormed(value: unknown, path: readonly string[], mended: string[]): unknown {
  if (typeof value === 'string') return wellFormedText(value, path, mended);
  if (Array.isArray(value)) return value.map((entry, index) => wellFormed(entry, [...path, String(index)], mended));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => {
    const own = wellFormedText(key, [...path, key.toWellFormed()], mended);
    return [own, wellFormed(entry, [...path, own], mended)] as const;
  });
  return Object.fromEntries(entries);
}

function wellFormedText(text: string, path: readonly string[], mended: string[]): string {
  if (!text.isWellFormed()) mended.push(path.join('.'));
  return text.toWellFormed();
}
