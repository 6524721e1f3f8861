import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { rustTemplate, shippedText } from '#test/support/shipped.ts';

/**
 * Every rule of the five documents in paraphrase: where it stands there, and the items of the template
 * that carry it, or why it was left out. So a citation can be looked up in seconds, in both directions.
 */
const rules = z
  .array(
    z.strictObject({
      rule: z.string().regex(/^[0-4]\.\d+$/),
      source: z.string(),
      place: z.string().min(1),
      says: z.string().min(1),
      items: z.array(z.string().min(1)).min(1).optional(),
      leftOut: z.string().min(10).optional(),
    }),
  )
  .parse(JSON.parse(shippedText('test/fixtures/citations.json')));

/** What the authors of the template added themselves; no document says it. */
const OWN_SOURCE = 'groundwork';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface Place {
  readonly path: string;
  readonly value: Json;
  /** Sources of the item itself; null where it names none of its own. */
  readonly sources: readonly string[] | null;
}

function isRow(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sourcesOf(value: Json): readonly string[] | null {
  return isRow(value) && Array.isArray(value.sources) ? z.array(z.string()).parse(value.sources) : null;
}

/** Everything in a section that has a path of its own: rows by their id, other objects by their key. */
function placesIn(value: Json, path: string): readonly Place[] {
  const own: readonly Place[] = isRow(value) ? [{ path, value, sources: sourcesOf(value) }] : [];
  if (Array.isArray(value)) {
    return value.flatMap((row: Json) =>
      isRow(row) && typeof row.id === 'string' ? placesIn(row, `${path}/${row.id}`) : [],
    );
  }
  return isRow(value)
    ? [...own, ...Object.entries(value).flatMap(([key, entry]) => placesIn(entry, `${path}/${key}`))]
    : own;
}

const template = z.record(z.string(), z.json()).parse(rustTemplate);
const sections = z.array(z.record(z.string(), z.json())).parse(template.sections);
const places = [
  ...sections.flatMap((section) => placesIn(section, String(section.kind))),
  ...placesIn(template.sources ?? null, 'sources'),
];

function placeAt(path: string): Place | undefined {
  return places.find((place) => place.path === path);
}

/** All texts of a place, for the figures in them. */
function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  return isRow(value) ? Object.values(value).map(textOf).join('\n') : '';
}

const carried = rules.flatMap((rule) => (rule.items ?? []).map((item) => ({ ...rule, item })));

describe('the rules of the documents', () => {
  it('are 215, each once, in the order of the documents', () => {
    const numbers = rules.map(({ rule }) => rule);
    expect(numbers).toHaveLength(215);
    expect(new Set(numbers).size).toBe(215);
    const perDocument = ['0', '1', '2', '3', '4'].map(
      (start) => numbers.filter((id) => id.startsWith(`${start}.`)).length,
    );
    expect(perDocument).toEqual([38, 31, 74, 29, 43]);
  });

  it('are all carried, or left out for a reason', () => {
    expect(rules.filter(({ items, leftOut }) => (items === undefined) === (leftOut === undefined))).toEqual([]);
    expect(rules.filter(({ leftOut }) => leftOut !== undefined).length).toBeLessThanOrEqual(6);
  });

  it('are carried by items that are there and that name the document', () => {
    const wrong = carried.filter(({ item, source }) => {
      const place = placeAt(item);
      return !place || (place.sources !== null && !place.sources.includes(source));
    });
    expect(wrong.map(({ rule, item }) => `${rule} ${item}`)).toEqual([]);
  });

  it('keep their figures', () => {
    const lost = rules.flatMap(({ rule, says, items }) => {
      const text = (items ?? []).map((item) => textOf(placeAt(item)?.value ?? '')).join('\n');
      const figures = says.match(/\d+(?:[.,]\d+)*/g) ?? [];
      return items === undefined
        ? []
        : figures.filter((figure) => !text.includes(figure)).map((figure) => `${rule} ${figure}`);
    });
    expect(lost).toEqual([]);
  });
});

describe('the citations of the template', () => {
  const cited = places.flatMap(({ path, sources }) => (sources ?? []).map((source) => ({ path, source })));

  it('each stand on a rule of the document that they name', () => {
    const unbacked = cited.filter(
      ({ path, source }) =>
        source !== OWN_SOURCE &&
        !carried.some(
          (rule) =>
            rule.source === source &&
            (rule.item === path || path.startsWith(`${rule.item}/`) || rule.item.startsWith(`${path}/`)),
        ),
    );
    expect(unbacked.map(({ path, source }) => `${path} ${source}`)).toEqual([]);
  });

  it('are there for every item', () => {
    // Rows of our own say the day on which they were checked instead.
    const bare = places.filter(
      ({ value, sources }) => sources?.length === 0 && !(isRow(value) && typeof value.checked === 'string'),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it('say where the author of a document has something to sell', () => {
    expect(rustTemplate.sources.find(({ id }) => id === 'go-to-rust')?.bias).toMatch(
      /sells Rust consulting.*opposite view/s,
    );
    expect(rustTemplate.sources.filter(({ id, author }) => id !== OWN_SOURCE && author === undefined)).toEqual([]);
  });
});
