import { describe, expect, it } from 'vitest';
import { ruleAnswer } from '#shared/kinds/rule/answers.ts';
import { editAnswer, editJustification } from '#shared/kinds/rule/edit.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

const START: ReviewDocument = reviewDocumentSchema.parse({
  id: '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11',
  createdAt: '2026-03-02T09:00:00Z',
  template: { id: 'example', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Gateway',
  rule: { answers: { safety: { answer: 'yes', rationale: 'Parses untrusted input' } } },
});

describe('editAnswer', () => {
  it('starts an answer where none was given', () => {
    const edited = editAnswer(START, 'latency', { answer: 'unsure' });
    expect(ruleAnswer(edited, 'latency')).toEqual({ answer: 'unsure', rationale: '', evidence: [], dissent: [] });
    expect(ruleAnswer(edited, 'safety')).toEqual(ruleAnswer(START, 'safety'));
  });

  it('changes one part of an answer and keeps the rest', () => {
    const edited = editAnswer(START, 'safety', { answer: 'no' });
    expect(ruleAnswer(edited, 'safety')).toEqual({ ...ruleAnswer(START, 'safety'), answer: 'no' });
  });

  it('signs the same content again after an answer was given and taken back', () => {
    const there = editAnswer(START, 'latency', { answer: 'yes' });
    expect(signedContent(there)).not.toBe(signedContent(START));
    expect(signedContent(editAnswer(there, 'latency', { answer: null }))).toBe(signedContent(START));
  });

  it('keeps what was written when only the answer is taken back', () => {
    const edited = editAnswer(START, 'safety', { answer: null });
    expect(ruleAnswer(edited, 'safety')).toMatchObject({ answer: null, rationale: 'Parses untrusted input' });
  });
});

describe('editJustification', () => {
  it('keeps the answers', () => {
    const edited = editJustification(START, 'One yes is enough: the parser faces the internet.');
    expect(edited.rule.answers).toBe(START.rule.answers);
    expect(reviewDocumentSchema.parse(edited)).toEqual(edited);
  });
});
