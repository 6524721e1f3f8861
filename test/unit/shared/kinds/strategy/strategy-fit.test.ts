import { describe, expect, it } from 'vitest';
import { rulesKept, strategyFits } from '#shared/kinds/strategy/strategy.ts';
import { sectionOf } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

function fits(boundary: string | null, gateway: string | null) {
  const strategy = { answers: { boundary: { answer: boundary }, gateway: { answer: gateway } } };
  return strategyFits(smallReview({ strategy }), kindsTemplate);
}

describe('strategyFits', () => {
  it.each([
    [null, null, ['open', 'open', 'untold']],
    ['yes', 'no', ['fits', 'does-not-fit', 'untold']],
    ['no', null, ['does-not-fit', 'fits', 'untold']],
    ['yes', 'unsure', ['fits', 'open', 'untold']],
    ['unsure', 'yes', ['open', 'fits', 'untold']],
  ] as const)('boundary %s and gateway %s: %j', (boundary, gateway, expected) => {
    expect(fits(boundary, gateway).map(({ suitability }) => suitability)).toEqual(expected);
  });

  it('says why by the answers that count', () => {
    expect(fits('yes', 'unsure').map(({ text }) => text)).toEqual([
      'By the answers: “Boundary” yes.',
      'Open until this is settled: “Gateway”.',
      '',
    ]);
    expect(fits('yes', 'no')[1]?.text).toBe('By the answers: “Boundary” yes, “Gateway” no.');
  });

  it('does not tell in a template without such questions', () => {
    expect(strategyFits(smallReview(), smallTemplate).map(({ suitability }) => suitability)).toEqual(['untold']);
  });
});

it('counts the rules that are kept', () => {
  const section = sectionOf(kindsTemplate, 'strategy');
  const review = smallReview({ strategy: { rules: { contract: { kept: true }, gone: { kept: true } } } });
  expect(section && rulesKept(review, section)).toEqual({ kept: 1, of: 2 });
});
