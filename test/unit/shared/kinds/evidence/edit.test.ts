import { describe, expect, it } from 'vitest';
import { measureOf } from '#shared/kinds/evidence/answers.ts';
import {
  addOwnMeasure,
  changeOwnMeasure,
  editMeasure,
  newEvidence,
  removeOwnMeasure,
} from '#shared/kinds/evidence/edit.ts';
import { evidenceSchema } from '#shared/kinds/parts.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

describe('newEvidence', () => {
  it.each(['text', 'link', 'figure'] as const)('starts an empty %s the schema accepts', (kind) => {
    const entry = newEvidence('e1', kind);
    expect(entry).toMatchObject({ id: 'e1', kind, text: '' });
    expect(evidenceSchema.parse(entry)).toEqual(entry);
  });

  it('starts a measure with none chosen', () => {
    expect(newEvidence('e1', 'measure')).toEqual({ id: 'e1', kind: 'measure', measure: null });
  });
});

const START: ReviewDocument = reviewDocumentSchema.parse({
  id: '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11',
  createdAt: '2026-03-02T09:00:00Z',
  template: { id: 'example', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Gateway',
});

describe('editMeasure', () => {
  it('keeps what was entered when the measure is no longer tracked', () => {
    const entered = editMeasure(editMeasure(START, 'cpu', { tracked: true }), 'cpu', { baseline: 30.5, unit: '%' });
    const left = editMeasure(entered, 'cpu', { tracked: false });
    expect(measureOf(left, 'cpu')).toMatchObject({ tracked: false, baseline: 30.5, unit: '%' });
    expect(reviewDocumentSchema.parse(left)).toEqual(left);
  });

  it('leaves no trace of a measure put back as it was', () => {
    const tracked = editMeasure(START, 'cpu', { tracked: true, target: 20 });
    expect(editMeasure(tracked, 'cpu', { tracked: false, target: null })).toEqual(START);
  });
});

describe('own measures', () => {
  const own = addOwnMeasure(START, 'pages');

  it('are tracked from the start and keep their numbers when renamed', () => {
    expect(measureOf(own, 'pages').tracked).toBe(true);
    const named = changeOwnMeasure(editMeasure(own, 'pages', { baseline: 4 }), 'pages', { name: 'Pages at night' });
    expect(named.evidence?.own).toEqual([{ id: 'pages', name: 'Pages at night', better: 'lower' }]);
    expect(measureOf(named, 'pages').baseline).toBe(4);
    expect(reviewDocumentSchema.parse(named)).toEqual(named);
  });

  it('go with everything entered for them, and with nothing else', () => {
    const both = editMeasure(own, 'cpu', { tracked: true });
    expect(removeOwnMeasure(both, 'pages')).toEqual(editMeasure(START, 'cpu', { tracked: true }));
    expect(removeOwnMeasure(own, 'pages')).toEqual(START);
  });

  it('cannot be removed by the id of a measure of the template', () => {
    const both = editMeasure(own, 'cpu', { tracked: true });
    expect(removeOwnMeasure(both, 'cpu')).toBe(both);
  });
});
