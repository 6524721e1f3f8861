import { describe, expect, it } from 'vitest';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review.ts';
import { editStrategy } from '../../renderer/edit/strategy.ts';

const START: ReviewDocument = reviewDocumentSchema.parse({
  id: '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11',
  createdAt: '2026-03-02T09:00:00Z',
  template: { id: 'example', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Gateway',
  strategy: { chosen: 'worker', reason: 'The queue has a clear border.' },
});

describe('editStrategy', () => {
  it('keeps the reason when the choice changes or is taken back', () => {
    expect(editStrategy(START, { chosen: 'ffi' }).strategy).toEqual({ ...START.strategy, chosen: 'ffi' });
    expect(editStrategy(START, { chosen: null }).strategy).toEqual({ ...START.strategy, chosen: null });
  });

  it('touches nothing else', () => {
    const edited = editStrategy(START, { reason: 'Smallest blast radius.' });
    expect(edited).toEqual({ ...START, strategy: { chosen: 'worker', reason: 'Smallest blast radius.' } });
    expect(reviewDocumentSchema.parse(edited)).toEqual(edited);
  });
});
