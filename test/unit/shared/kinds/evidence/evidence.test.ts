import { describe, expect, it } from 'vitest';
import { isBlankEvidence } from '#shared/kinds/evidence/evidence.ts';
import type { Evidence } from '#shared/kinds/parts.ts';
import { openPoints } from '#shared/review/progress.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const BLANK: readonly Evidence[] = [
  { id: 'e1', kind: 'text', text: ' \n' },
  { id: 'e2', kind: 'link', text: '', url: ' ' },
  { id: 'e3', kind: 'figure', text: '', value: '', unit: 'ms', source: '' },
];
const SAYING: readonly Evidence[] = [
  { id: 'e1', kind: 'text', text: 'Seen twice' },
  { id: 'e2', kind: 'link', text: '', url: 'https://example.org' },
  { id: 'e3', kind: 'figure', text: 'p99', value: '', unit: '', source: '' },
  { id: 'e4', kind: 'figure', text: '', value: '12', unit: 'ms', source: '' },
];

describe('isBlankEvidence', () => {
  it.each(BLANK)('takes a $kind without content as blank', (evidence) => {
    expect(isBlankEvidence(evidence)).toBe(true);
  });

  it.each(SAYING)('takes a $kind that says something as evidence', (evidence) => {
    expect(isBlankEvidence(evidence)).toBe(false);
  });
});

describe('open points', () => {
  const asked = (evidence: readonly Evidence[]) =>
    openPoints(
      smallReview({ rule: { answers: { one: { answer: 'yes', rationale: 'r', evidence } } } }),
      smallTemplate,
      'a'.repeat(64),
    ).some((point) => point.text === 'Add evidence for “One”');

  it('still ask for evidence while every entry is blank', () => {
    expect(asked(BLANK)).toBe(true);
    for (const entry of SAYING) expect(asked([...BLANK, entry])).toBe(false);
  });

  it('still ask who takes part while every participant is blank', () => {
    const targets = (participants: readonly unknown[]) =>
      openPoints(smallReview({ context: { participants } }), smallTemplate, 'a'.repeat(64)).map(
        (point) => point.target,
      );
    expect(targets([{ id: 'p' }])).toContain('context.participants');
    expect(targets([{ id: 'p', role: 'Operations' }])).not.toContain('context.participants');
  });
});
