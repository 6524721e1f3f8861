import { describe, expect, it } from 'vitest';
import { screeningResult } from '#shared/kinds/screening/screening.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

function screened(ticked: readonly string[], motivation: string | null = null, rule = {}) {
  const signals = Object.fromEntries(ticked.map((id) => [id, { present: true }]));
  const result = screeningResult(
    smallReview({ candidate: 'New', screening: { signals, motivation }, rule }),
    kindsTemplate,
  );
  if (!result) throw new Error('the template has a screening');
  return result;
}

describe('screeningResult', () => {
  it.each([
    [[], null, 'open'],
    [['exposed'], null, 'for'],
    [['exposed', 'crud'], null, 'open'],
    [['exposed', 'busy', 'crud'], 'problem', 'for'],
    [['crud'], 'problem', 'against'],
    // A reason that is none outweighs the signals for it, and adds nothing to those against it.
    [['exposed', 'busy'], 'bored', 'open'],
    [['crud'], 'bored', 'against'],
  ] as const)('of %j with motivation %s leans %s', (ticked, motivation, lean) => {
    expect(screened(ticked, motivation).lean).toBe(lean);
  });

  it('sums up without deciding', () => {
    expect(screened(['exposed', 'busy', 'crud'], 'problem').summary).toBe(
      '2 signals for New, 1 against: this leans towards New. “Problem” is a reason to go on. The rule, the risks and the team decide.',
    );
    expect(screened(['exposed'], 'bored').summary).toContain(
      'this leans neither way. “Bored” is no reason for a change, which outweighs the signals.',
    );
    expect(screened([]).summary).toBe('No signal has been ticked yet.');
  });

  it('is null for a template without a screening', () => {
    expect(screeningResult(smallReview(), smallTemplate)).toBeNull();
  });
});

describe('a clash with the rule', () => {
  const yes = (...answers: readonly ('yes' | 'no' | 'unsure' | null)[]) => answered(...answers);

  it.each([
    [['crud'], yes('yes', 'yes', 'yes'), 1],
    [['crud'], yes('yes', 'yes', 'no'), 0],
    [['crud'], yes('yes', 'yes', 'unsure'), 0],
    [[], yes('yes', 'yes', 'yes'), 0],
    [['glue'], yes('yes', 'yes', 'yes'), 0],
  ] as const)('signals %j: case %#', (ticked, rule, count) => {
    expect(screened(ticked, null, rule).clashes).toHaveLength(count);
  });

  it('names the signal and says what to look at', () => {
    expect(screened(['crud'], null, yes('yes', 'yes', 'yes')).clashes[0]).toMatchObject({
      signal: { id: 'crud' },
      text: 'Plain, and yet three times yes?',
    });
  });
});
