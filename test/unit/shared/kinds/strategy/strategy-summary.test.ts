import { describe, expect, it } from 'vitest';
import { strategyFits } from '#shared/kinds/strategy/strategy.ts';
import { nearMisses, strategySummary } from '#shared/kinds/strategy/summary.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { shippedTemplates } from '#test/support/shipped.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

type Given = readonly (string | null)[];

const withStrategies = [...shippedTemplates.values()].filter(
  (template) => (sectionOf(template, 'strategy')?.questions.length ?? 0) > 0,
);

function questionsOf(template: Template): readonly string[] {
  return (sectionOf(template, 'strategy')?.questions ?? []).map(({ id }) => id);
}

function answered(template: Template, given: Given) {
  const answers = Object.fromEntries(questionsOf(template).map((id, index) => [id, { answer: given[index] ?? null }]));
  return smallReview({ strategy: { answers } });
}

/** All ways to answer so many questions with these answers. */
function combinations(count: number, values: Given): readonly Given[] {
  if (count === 0) return [[]];
  return combinations(count - 1, values).flatMap((rest) => values.map((value) => [...rest, value]));
}

describe.each(withStrategies.map((template) => [template.id, template] as const))(
  'the strategies of %s',
  (_, template) => {
    const count = questionsOf(template).length;

    it('hold one that fits, or a sentence why none does, for every set of answers', () => {
      for (const given of combinations(count, ['yes', 'no'])) {
        const review = answered(template, given);
        const fitting = strategyFits(review, template).filter(({ suitability }) => suitability === 'fits');
        const summary = strategySummary(review, template);
        if (fitting.length > 0) for (const { strategy } of fitting) expect(summary).toContain(`“${strategy.name}”`);
        else expect(summary).toMatch(/^None of the strategies fits these answers\. (One answer away: |More than one)/);
      }
    });

    it('never call something fitting that an open answer can still turn', () => {
      const some = combinations(count, ['yes', 'no', null]).filter((_given, index) => index % 97 === 0);
      for (const given of some) {
        const fits = strategyFits(answered(template, given), template);
        for (const to of ['yes', 'no']) {
          const settled = strategyFits(
            answered(
              template,
              given.map((answer) => answer ?? to),
            ),
            template,
          );
          fits.forEach((fit, index) => {
            if (fit.suitability !== 'open') expect(settled[index]?.suitability).toBe(fit.suitability);
          });
        }
        expect(strategySummary(answered(template, given), template)).not.toBe('');
      }
    });
  },
);

describe('why no strategy fits', () => {
  const template = shippedTemplates.get('adopt-technology');
  if (!template) throw new Error('no template');
  const known = template;

  it('names the single answers that would let one fit, and only those', () => {
    const review = answered(known, ['no', 'no', 'yes', 'no']);
    expect(strategyFits(review, known).map(({ suitability }) => suitability)).not.toContain('fits');
    expect(nearMisses(review, known).map(({ strategy, question, to }) => [strategy.id, question, to])).toEqual([
      ['behind-interface', 'Clear boundary', 'yes'],
      ['opt-in', 'Can be switched', 'yes'],
      ['switch-over', 'Old can stay a while', 'no'],
    ]);
    expect(strategySummary(review, known)).toContain('“Switch over on one day” if “Old can stay a while” were no');
  });

  it('is not asked where the questions tell nothing', () => {
    expect(strategySummary(smallReview(), smallTemplate)).toBe('');
  });
});
