import { describe, expect, it } from 'vitest';
import { strategyAnswer, strategyRule } from '#shared/kinds/strategy/answers.ts';
import { editStrategy, editStrategyAnswer, editStrategyRule } from '#shared/kinds/strategy/edit.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

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

describe('editStrategyAnswer', () => {
  it('answers a question and keeps the note when the answer is taken back', () => {
    const answered = editStrategyAnswer(START, 'gateway', { answer: 'yes', note: 'Envoy is there' });
    expect(strategyAnswer(answered, 'gateway')).toEqual({ answer: 'yes', note: 'Envoy is there' });
    const back = editStrategyAnswer(answered, 'gateway', { answer: null });
    expect(strategyAnswer(back, 'gateway')).toEqual({ answer: null, note: 'Envoy is there' });
    expect(reviewDocumentSchema.parse(back)).toEqual(back);
  });

  it('leaves the part out again once nothing is answered, so that older signatures stay true', () => {
    const answered = editStrategyAnswer(START, 'gateway', { answer: 'unsure' });
    const back = editStrategyAnswer(answered, 'gateway', { answer: null });
    expect(back).toEqual(START);
    expect('answers' in back.strategy).toBe(false);
  });
});

describe('editStrategyRule', () => {
  it('ticks a rule beside answers and takes the tick back', () => {
    const answered = editStrategyAnswer(START, 'gateway', { answer: 'no' });
    const kept = editStrategyRule(answered, 'small', { kept: true, note: 'One endpoint first' });
    expect(strategyRule(kept, 'small')).toEqual({ kept: true, note: 'One endpoint first' });
    expect(strategyAnswer(kept, 'gateway').answer).toBe('no');
    expect(editStrategyRule(kept, 'small', { kept: false, note: '' })).toEqual(answered);
  });
});
