import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { kindList } from '#shared/kinds/index.ts';
import { text } from '#shared/kinds/parts.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { PASSAGE_PARTS, passagesOf } from '#shared/search/passages.ts';
import { textFinder } from '#shared/search/written-texts.ts';
import { sampleNames, shippedTemplates, shippedText } from '#test/support/shipped.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const samples = sampleNames.map((name) => {
  const file = JSON.parse(shippedText(`templates/samples/${name}.json`)) as { readonly document: unknown };
  const document = reviewDocumentSchema.parse(file.document);
  const template = shippedTemplates.get(document.template.id);
  if (!template) throw new Error(`There is no template ${document.template.id}`);
  return { name, document, template };
});

/** Every text of a value that has a space in it: no id, date, hash or choice has one. */
function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value.normalize('NFC')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(sentencesIn);
}

describe('the passages of a review', () => {
  it.each(samples)('$name: hold all that somebody wrote', ({ document, template }) => {
    const found = new Set(passagesOf(document, template).map((passage) => passage.text));
    expect(sentencesIn(document).filter((sentence) => !found.has(sentence))).toEqual([]);
  });

  it.each(samples)('$name: hold no id, date, hash, choice or rating', ({ document, template }) => {
    const found = passagesOf(document, template).map((passage) => passage.text);
    const { id, template: made, createdAt } = document;
    for (const sign of [id, made.sha256, made.version, createdAt, 'can-live-with-it', 'in-progress', 'planned']) {
      expect(found).not.toContain(sign);
    }
    expect(found.filter((one) => /^\d{4}-\d{2}-\d{2}/.test(one))).toEqual([]);
  });

  it('say where they stand, in words and as a place to go to', () => {
    const sample = samples.find(({ name }) => name === 'grab-counter-service');
    if (!sample) throw new Error('The sample is there');
    const at = (start: string) =>
      passagesOf(sample.document, sample.template).find((passage) => passage.text.startsWith(start));
    expect(at('Put clean-up into Drop')).toMatchObject({
      part: 'risks',
      place: 'risks.async-cancellation',
      where: 'Risks › 12 Cancelled work leaves a mess › actions',
    });
    expect(at('The saving repeats every month')).toMatchObject({
      where: 'Risks › 5 A second language for good › response note',
    });
    expect(at('Traffic was shadowed')).toMatchObject({
      part: 'path',
      place: 'path.service',
      where: 'Adoption path › Service › Traffic moved over step by step',
    });
    expect(at('Clearly')).toBeUndefined();
  });

  it('lead to what is beside the sections: things to do, votes, follow-up, the sign-off', () => {
    const row = { id: 'a', owner: '', due: null };
    const review = reviewDocumentSchema.parse({
      ...smallReview({ title: 'The title' }),
      toDo: [{ ...row, text: 'Ask the vendor', place: 'rule.one', status: 'open' }],
      tripwires: [{ ...row, sign: 'Builds take an hour', threshold: '', where: 'The dashboard' }],
      predictions: { statements: [{ id: 'p', text: 'The tail stays', on: '2026-02-01' }] },
      followUp: [{ id: 'f', on: 'tripwire/a', at: '2026-01-01T00:00:00Z', by: 'Ada', note: 'They do' }],
      filing: { tags: ['payments'] },
    });
    const found = passagesOf(review, smallTemplate);
    const part = (wanted: string) => found.find((passage) => passage.text === wanted);
    expect(part('Ask the vendor')).toMatchObject({ part: 'to-do' });
    expect(part('The dashboard')).toMatchObject({ part: 'sign-off', where: 'Sign-off › Tripwires › where' });
    expect(part('The tail stays')).toMatchObject({ part: 'sign-off', where: 'Sign-off › Predictions' });
    expect(part('They do')).toMatchObject({ part: 'follow-up', place: 'tripwire/a' });
    expect(part('payments')).toMatchObject({ part: 'review', where: 'The review › Filing › tags' });
    expect(part('rule.one')).toBeUndefined();
  });

  it('know every kind of section', () => {
    expect(kindList.filter((kind) => !PASSAGE_PARTS.includes(kind))).toEqual([]);
  });

  it('are read from any document that its form allows, also one without its optional parts', () => {
    const { title, id, createdAt, template, ...rest } = smallReview();
    expect(
      passagesOf(reviewDocumentSchema.parse({ title, id, createdAt, template }) as ReviewDocument, smallTemplate),
    ).toHaveLength(1);
    expect(Object.keys(rest).length).toBeGreaterThan(0);
  });
});

describe('the texts of a form', () => {
  it('are those that anything may be written into', () => {
    const form = z.strictObject({
      id: z.string().regex(/^a$/),
      day: z.iso.date().nullable(),
      state: z.enum(['open', 'done']),
      note: text,
      either: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('said'), said: z.string() }),
        z.strictObject({ kind: z.literal('counted'), count: z.number() }),
      ]),
      map: z.record(z.string(), z.array(z.string()).optional()).prefault({}),
    });
    const value = {
      id: 'a',
      day: '2026-01-01',
      state: 'open',
      note: 'n',
      either: { kind: 'said', said: 's' },
      map: { k: ['x', ' '] },
    };
    const found = textFinder(form)(value);
    expect(found.map((one) => one.text)).toEqual(['n', 's', 'x']);
    expect(found.map(({ way }) => way.map(({ key }) => key).join('.'))).toEqual(['note', 'either.said', 'map.k.0']);
    expect(textFinder(form)({ ...value, either: { kind: 'counted', count: 1 } })).toHaveLength(2);
  });
});
