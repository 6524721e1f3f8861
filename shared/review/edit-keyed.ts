import { sortKeys } from '#shared/base/canonical-json.ts';

/**
 * Sets one entry of a keyed part of a review. An entry that is put back to its untouched state is
 * left out again, so that a tick taken back leaves the document, and its hash, as they were.
 */
export function withEntry<Entry extends object>(
  entries: Readonly<Record<string, Entry>>,
  key: string,
  entry: Entry,
  untouched: Entry,
): Readonly<Record<string, Entry>> {
  if (text(entry) !== text(untouched)) return { ...entries, [key]: entry };
  const { [key]: _, ...others } = entries;
  return others;
}

function text(entry: object): string {
  return JSON.stringify(sortKeys(entry));
}
