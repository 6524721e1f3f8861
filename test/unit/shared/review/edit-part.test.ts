import { describe, expect, it } from 'vitest';
import { changePart } from '#shared/review/edit-part.ts';
import { partOf } from '#shared/review/part-of.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

const START: ReviewDocument = reviewDocumentSchema.parse({
  id: '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11',
  createdAt: '2026-03-02T09:00:00Z',
  template: { id: 'example', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Gateway',
});

describe('changePart', () => {
  it('brings a part into the document with the first change', () => {
    const changed = changePart(START, 'screening', { motivation: 'problem' });
    expect(changed).toEqual({ ...START, screening: { ...partOf(START, 'screening'), motivation: 'problem' } });
    expect(reviewDocumentSchema.parse(changed)).toEqual(changed);
  });

  it('leaves a part out again that is put back to its untouched state', () => {
    const changed = changePart(START, 'screening', { motivation: 'problem' });
    const back = changePart(changed, 'screening', { motivation: null });
    expect(back).toEqual(START);
    expect('screening' in back).toBe(false);
  });

  it('keeps what else is in the part', () => {
    const changed = changePart(changePart(START, 'training', { startOn: '2026-05-04' }), 'training', {
      protectedTime: true,
    });
    expect(changed.training).toMatchObject({ startOn: '2026-05-04', protectedTime: true });
  });
});
