import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainFlips, explainOutcome } from '#shared/kinds/rule/explain.ts';
import { type Answers, evaluateRule } from '#shared/kinds/rule/outcome.ts';
import { sectionOf } from '#shared/template/template.ts';
import { smallTemplate } from '#test/support/small-review.ts';

const rule = sectionOf(smallTemplate, 'rule');
if (!rule) throw new Error('the small template has a rule');

function evaluate(one: Answers[string], two: Answers[string], three: Answers[string]) {
  if (!rule) throw new Error('the small template has a rule');
  return evaluateRule(rule, { one: one ?? null, two: two ?? null, three: three ?? null });
}

describe('evaluateRule', () => {
  it.each([
    ['yes', 'yes', 'yes', 'consider'],
    ['yes', 'no', 'yes', 'consider'],
    ['no', 'yes', 'no', 'inconclusive'],
    ['no', 'no', 'no', 'simplest'],
  ] as const)('settles %s, %s, %s as %s', (one, two, three, outcome) => {
    expect(evaluate(one, two, three).settled?.id).toBe(outcome);
  });

  it('keeps the range open while one answer is not sure, and does not round up', () => {
    const result = evaluate('yes', 'unsure', 'no');
    expect(result.settled).toBeNull();
    expect(result.possible.map((outcome) => outcome.id)).toEqual(['consider', 'inconclusive']);
    expect(result.ifNo.id).toBe('inconclusive');
    expect(explainOutcome(result)).toBe(
      '1 of 3 answered yes (“One”), not sure about “Two”. If no: “Inconclusive”; if yes: “Consider”.',
    );
  });

  it('settles in spite of an open answer that cannot change anything', () => {
    expect(evaluate('yes', 'yes', 'unsure').settled?.id).toBe('consider');
    expect(evaluate('yes', 'yes', null).settled?.id).toBe('consider');
  });

  it('names every single answer that would flip the outcome', () => {
    expect(explainFlips(evaluate('yes', 'yes', 'no'))).toEqual(['“One” no → Inconclusive', '“Two” no → Inconclusive']);
    expect(evaluate('yes', 'yes', 'yes').flips).toEqual([]);
  });

  it('agrees with its own flips for any answers', () => {
    const answer = fc.constantFrom('yes', 'no', 'unsure', null);
    fc.assert(
      fc.property(answer, answer, answer, (one, two, three) => {
        const answers = { one, two, three } as const;
        for (const flip of evaluate(one, two, three).flips) {
          const changed: Answers = { ...answers, [flip.question.id]: flip.to };
          expect(evaluateRule(rule, changed).possible).toEqual(flip.possible);
        }
      }),
    );
  });

  it('never leaves an outcome out that a way of settling the open answers would reach', () => {
    const answer = fc.constantFrom('yes', 'no', 'unsure', null);
    const settle = (value: Answers[string], to: 'yes' | 'no') => (value === 'yes' || value === 'no' ? value : to);
    const either = fc.constantFrom<'yes' | 'no'>('yes', 'no');
    fc.assert(
      fc.property(answer, answer, answer, either, either, either, (one, two, three, a, b, c) => {
        const settled = evaluate(settle(one, a), settle(two, b), settle(three, c)).settled;
        expect(evaluate(one, two, three).possible).toContain(settled);
      }),
    );
  });
});
