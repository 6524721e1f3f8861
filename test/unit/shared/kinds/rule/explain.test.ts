import { describe, expect, it } from 'vitest';
import { explainOutcome } from '#shared/kinds/rule/explain.ts';
import { type Answers, evaluateRule } from '#shared/kinds/rule/outcome.ts';
import { sectionOf } from '#shared/template/template.ts';
import { smallTemplate } from '#test/support/small-review.ts';

function explain(answers: Answers): string {
  const rule = sectionOf(smallTemplate, 'rule');
  if (!rule) throw new Error('the small template has a rule');
  return explainOutcome(evaluateRule(rule, answers));
}

describe('explainOutcome', () => {
  it('counts and names what was answered yes', () => {
    expect(explain({ one: 'yes', two: 'no', three: 'yes' })).toBe('2 of 3 answered yes (“One”, “Three”): Consider.');
    expect(explain({ one: 'no', two: 'no', three: 'no' })).toBe('0 of 3 answered yes: Simplest.');
  });

  it.each(['unsure', null] as const)('says that an open answer (%s) cannot change a settled outcome', (open) => {
    expect(explain({ one: 'yes', two: 'yes', three: open })).toBe(
      '2 of 3 answered yes (“One”, “Two”): Consider, whatever the answer to “Three”.',
    );
  });

  it('says plainly that nothing is answered yet', () => {
    expect(explain({ one: null, two: null, three: null })).toBe(
      'No question of the rule has been answered, so there is no outcome yet.',
    );
  });

  it('names both kinds of open answers and every outcome they can still lead to', () => {
    expect(explain({ one: 'no', two: 'unsure', three: null })).toBe(
      '0 of 3 answered yes, not sure about “Two”, no answer yet to “Three”: Simplest as it stands, Consider or Inconclusive if the open answers turn out yes.',
    );
  });
});
