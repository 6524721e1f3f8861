import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  type JsonSchema,
  reviewFileJsonSchema,
  templateJsonSchema,
  verifyReportJsonSchema,
} from '#shared/json-schemas.ts';
import { sampleNames, shippedText } from '#test/support/shipped.ts';

const published: readonly (readonly [string, JsonSchema])[] = [
  ['templates/template.schema.json', templateJsonSchema()],
  ['templates/review.schema.json', reviewFileJsonSchema()],
  ['docs/verify-report.schema.json', verifyReportJsonSchema()],
];

describe.each(published)('%s', (file, current) => {
  it('is what the program checks', () => {
    const text = `${JSON.stringify(current, null, 2)}\n`;
    expect(shippedText(file) === text, `${file} is out of date: run “npm run schemas”`).toBe(true);
  });

  it('explains every field', () => {
    expect(undescribed(current, '')).toEqual([]);
  });
});

describe('the published schemas, read by a program that knows nothing else', () => {
  const template = z.fromJSONSchema(templateJsonSchema());
  const review = z.fromJSONSchema(reviewFileJsonSchema());

  it('accept what ships', () => {
    expect(template.safeParse(JSON.parse(shippedText('templates/rust-adoption.json'))).error).toBeUndefined();
    for (const name of sampleNames) {
      expect(review.safeParse(JSON.parse(shippedText(`templates/samples/${name}.json`))).error, name).toBeUndefined();
    }
  });

  it('accept a review file with nothing but what it must have', () => {
    const least = { document: { template: { id: 'rust-adoption' }, title: 'Parser' } };
    const file = { format: 'groundwork-review', schemaVersion: 1, ...least };
    expect(review.safeParse(file).error).toBeUndefined();
  });

  it.each([
    ['a key that is not known', { titel: 'Parser' }],
    ['a wrong word', { rule: { answers: { safety: { answer: 'maybe' } } } }],
    ['a rating outside 1 to 5', { risks: { assessments: { 'big-bang': { likelihood: 6 } } } }],
    ['a key with capitals', { context: { fields: { Purpose: 'Parses logs' } } }],
  ])('refuse %s', (_, wrong) => {
    const document = { template: { id: 'rust-adoption' }, title: 'Parser', ...wrong };
    expect(review.safeParse({ format: 'groundwork-review', schemaVersion: 1, document }).success).toBe(false);
  });
});

/** Paths of the properties that a schema leaves without a description. */
function undescribed(schema: unknown, path: string): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((entry, index) => undescribed(entry, `${path}[${index}]`));
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? withoutDescription(value, path) : []),
    ...undescribed(value, `${path}.${key}`),
  ]);
}

function withoutDescription(properties: unknown, path: string): readonly string[] {
  return Object.entries(z.record(z.string(), z.record(z.string(), z.unknown())).parse(properties))
    .filter(([, value]) => !('description' in value))
    .map(([name]) => `${path}.${name}`);
}
