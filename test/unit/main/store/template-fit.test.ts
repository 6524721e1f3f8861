import { describe, expect, it } from 'vitest';
import { misfits } from '#main/store/template-fit.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

describe('misfits', () => {
  it('finds nothing in a review that fits', () => {
    const review = smallReview({
      rule: answered('yes', 'no', 'unsure'),
      context: { fields: { purpose: 'p' } },
      path: { stages: { tooling: { criteria: { used: {} } } } },
      strategy: { chosen: 'worker' },
      risks: { own: [{ id: 'mine' }], assessments: { ramp: {}, mine: {}, 'skipped-tooling': {} } },
      decision: { choice: 'adopt', stage: 'service', options: [{ id: 'new' }], chosenOption: 'new' },
    });
    expect(misfits(review, smallTemplate)).toEqual([]);
  });

  it('names every key and reference that leads nowhere', () => {
    const review = smallReview({
      rule: { answers: { won: {} } },
      context: { fields: { porpoise: '' } },
      path: { stages: { toolling: {}, tooling: { criteria: { uset: {} } } } },
      strategy: { chosen: 'wurker' },
      risks: { assessments: { rump: {} } },
      decision: { choice: 'adapt', stage: 'servise', chosenOption: 'mew' },
    });
    const found = misfits(review, smallTemplate).join('\n');
    for (const wrong of ['won', 'porpoise', 'toolling', 'uset', 'wurker', 'rump', 'adapt', 'servise', 'mew']) {
      expect(found).toContain(`“${wrong}” is not known`);
    }
    expect(found).toContain('document.rule.answers: “won” is not known; expected one of one, two, three');
    expect(misfits(review, smallTemplate)).toHaveLength(9);
  });
});

describe('what came after a decision', () => {
  it('names the risks, actions and conditions that the review does not have', () => {
    const at = { at: '2026-03-01T00:00:00Z' };
    const review = smallReview({
      risks: { assessments: { ramp: { actions: [{ id: 'pair', text: 'Pair' }] } } },
      decision: {
        conditions: [
          { id: 'a', risk: 'ramp', action: 'pair' },
          { id: 'b', risk: 'rampp' },
          { id: 'c', risk: 'ramp', action: 'pear' },
        ],
      },
      closings: { a: at, z: at },
    });
    expect(misfits(review, smallTemplate)).toEqual([
      'document.decision.conditions.1.risk: “rampp” is not known; expected one of ramp, big-bang',
      'document.decision.conditions.2.action: “pear” is not known; expected one of pair',
      'document.closings.z: “z” is not known; expected one of a, b, c',
    ]);
  });
});
