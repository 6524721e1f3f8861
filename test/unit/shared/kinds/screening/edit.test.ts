import { describe, expect, it } from 'vitest';
import { signalOf } from '#shared/kinds/screening/answers.ts';
import { editMotivation, editSignal } from '#shared/kinds/screening/edit.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

const START: ReviewDocument = reviewDocumentSchema.parse({
  id: '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11',
  createdAt: '2026-03-02T09:00:00Z',
  template: { id: 'example', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Gateway',
});

describe('editSignal', () => {
  it('ticks a signal and keeps its note when the tick is taken back', () => {
    const noted = editSignal(editSignal(START, 'crud', { present: true }), 'crud', { note: 'Six endpoints' });
    expect(signalOf(noted, 'crud')).toEqual({ present: true, note: 'Six endpoints' });
    expect(signalOf(editSignal(noted, 'crud', { present: false }), 'crud')).toEqual({
      present: false,
      note: 'Six endpoints',
    });
    expect(reviewDocumentSchema.parse(noted)).toEqual(noted);
  });

  it('leaves no trace of a tick taken back', () => {
    const ticked = editSignal(START, 'crud', { present: true });
    expect(editSignal(ticked, 'crud', { present: false })).toEqual(START);
  });

  it('keeps the other signals', () => {
    const both = editSignal(editSignal(START, 'crud', { present: true }), 'glue', { present: true });
    expect(editSignal(both, 'glue', { present: false })).toEqual(editSignal(START, 'crud', { present: true }));
  });
});

describe('editMotivation', () => {
  it('keeps the reason when the choice is taken back', () => {
    const chosen = editMotivation(START, { motivation: 'problem', motivationNote: 'GC takes a third of the CPU' });
    const back = editMotivation(chosen, { motivation: null });
    expect(back.screening).toMatchObject({ motivation: null, motivationNote: 'GC takes a third of the CPU' });
    expect(editMotivation(back, { motivationNote: '' })).toEqual(START);
  });
});
