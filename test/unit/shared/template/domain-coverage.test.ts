import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { rustTemplate, shippedText } from '#test/support/shipped.ts';

/**
 * The checklist of everything the five documents know, by the chapters of the domain notes. Each fact
 * names the template items that carry it, the documents it comes from, and words that must stand there.
 */
const facts = z
  .array(
    z.strictObject({
      fact: z.string().min(1),
      items: z.array(z.string().min(1)).min(1),
      sources: z.array(z.string()),
      words: z.array(z.string().min(1)),
    }),
  )
  .parse(JSON.parse(shippedText('test/fixtures/domain-coverage.json')));

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface Place {
  readonly value: Json;
  /** Sources of the item, or of the nearest item around it. */
  readonly sources: readonly string[];
}

function isRow(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under `kind/list/id/…`, or under `sources/id`; null where nothing does. */
function placeOf(path: string): Place | null {
  const [first, ...rest] = path.split('/');
  const template = z.record(z.string(), z.json()).parse(rustTemplate);
  const start = first === 'sources' ? template.sources : rowWith(template.sections, 'kind', first);
  let place: Place = { value: start ?? null, sources: [] };
  for (const step of rest) {
    const { value } = place;
    const next = isRow(value) ? value[step] : rowWith(value, 'id', step);
    if (next === undefined || next === null) return null;
    place = { value: next, sources: sourcesOf(next) ?? place.sources };
  }
  return place.value === null ? null : place;
}

function rowWith(rows: Json | undefined, key: string, wanted: string | undefined): Json | undefined {
  return Array.isArray(rows) ? rows.find((row: Json) => isRow(row) && row[key] === wanted) : undefined;
}

function sourcesOf(value: Json): readonly string[] | null {
  return isRow(value) && Array.isArray(value.sources) ? z.array(z.string()).parse(value.sources) : null;
}

/** Everything a reader sees of a place: its texts without ids and conditions. */
function textsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (!isRow(value)) return [];
  const hidden = new Set(['id', 'kind', 'sources', 'group', 'risk', 'when', 'fits', 'url']);
  return Object.entries(value).flatMap(([key, entry]) =>
    // The words of a strategy also stand under “when”; a condition does not count as text.
    hidden.has(key) && !(key === 'when' && isRow(value) && 'cost' in value) ? [] : textsOf(entry),
  );
}

describe.each(facts)('$fact', ({ items, sources, words }) => {
  it('is in the template, where it says and in these words', () => {
    const places = items.map((item) => ({ item, place: placeOf(item) }));
    expect(places.filter(({ place }) => place === null).map(({ item }) => item)).toEqual([]);
    const text = places.flatMap(({ place }) => (place ? textsOf(place.value) : [])).join('\n');
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });

  it('names the documents it comes from, all of which are listed', () => {
    const listed = rustTemplate.sources.map(({ id }) => id);
    expect(sources.filter((source) => !listed.includes(source))).toEqual([]);
    for (const item of items) {
      const named = placeOf(item)?.sources ?? [];
      expect(
        sources.filter((source) => !named.includes(source)),
        item,
      ).toEqual([]);
    }
  });
});

/** Paths of all rows with an id in the sections, as the checklist writes them. */
function rowPaths(value: Json, path: string): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap((row: Json) => {
      // Rows with the day of a check are ours; the domain knows nothing of them.
      if (!isRow(row) || typeof row.id !== 'string' || 'checked' in row) return [];
      const at = `${path}/${row.id}`;
      return [at, ...rowPaths(row, at)];
    });
  }
  return isRow(value) ? Object.entries(value).flatMap(([key, entry]) => rowPaths(entry, `${path}/${key}`)) : [];
}

describe('the checklist', () => {
  it('has each fact once', () => {
    expect(new Set(facts.map(({ fact }) => fact)).size).toBe(facts.length);
  });

  it('has every chapter with all its rows', () => {
    const rows = (start: string) => facts.filter(({ fact }) => fact.startsWith(start)).length;
    expect([rows('§2 exit'), rows('§4 fit'), rows('§4 misfit'), rows('§8 toolchain'), rows('§9 topic')]).toEqual([
      15, 11, 11, 10, 12,
    ]);
    expect(facts.filter(({ items }) => items.some((item) => /^risks\/risks\/[^/]+$/.test(item))).length).toBe(28);
    expect(facts.filter(({ items }) => items.some((item) => item.startsWith('audit/counterparts/'))).length).toBe(21);
  });

  it('leaves nothing in the template unaccounted for', () => {
    const free = new Set(['context', 'sign-off']);
    const named = facts.flatMap(({ items }) => items);
    const all = rustTemplate.sections
      .filter((section) => !free.has(section.kind))
      .flatMap((section) => rowPaths(z.json().parse(section), section.kind));
    const groupsAndSuggestions = /\/(groups|mitigations)\//;
    const unaccounted = all.filter(
      (path) => !groupsAndSuggestions.test(path) && !named.some((item) => item === path || item.startsWith(`${path}/`)),
    );
    expect(unaccounted).toEqual([]);
  });
});
