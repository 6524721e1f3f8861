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

  it('names both kinds of open answers and what any number of yes among them leads to', () => {
    expect(explain({ one: 'no', two: 'unsure', three: null })).toBe(
      '0 of 3 answered yes, not sure about “Two”, no answer yet to “Three”. No more yes: “Simplest”; one more yes: “Inconclusive”; two more yes: “Consider”.',
    );
    expect(explain({ one: 'yes', two: 'unsure', three: null })).toBe(
      '1 of 3 answered yes (“One”), not sure about “Two”, no answer yet to “Three”. No more yes: “Inconclusive”; one or two more yes: “Consider”.',
    );
  });

  it('says for a single open answer what yes and what no would mean', () => {
    expect(explain({ one: 'no', two: 'no', three: 'unsure' })).toBe(
      '0 of 3 answered yes, not sure about “Three”. If no: “Simplest”; if yes: “Inconclusive”.',
    );
  });

  it('names the answers where it matters which of them is yes', () => {
    const rule = sectionOf(smallTemplate, 'rule');
    if (!rule) throw new Error('the small template has a rule');
    const [first, ...others] = rule.outcomes;
    if (!first) throw new Error('the rule has outcomes');
    const lopsided = { ...rule, outcomes: [{ ...first, when: 'one' }, ...others] };
    const range = (answers: Answers) => explainOutcome(evaluateRule(lopsided, answers)).split('. ')[1];
    expect(range({ one: null, two: 'unsure', three: 'no' })).toBe(
      'Neither yes: “Simplest”; only “One” yes: “Consider”; only “Two” yes: “Inconclusive”; both yes: “Consider”.',
    );
    expect(range({ one: null, two: 'unsure', three: 'unsure' })).toBe(
      'It depends on which of them turn out yes: Consider, Inconclusive or Simplest.',
    );
  });
});
