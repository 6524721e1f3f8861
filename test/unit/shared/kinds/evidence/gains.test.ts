import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gainBars } from '#shared/kinds/evidence/gain-bars.ts';
import { changeOf, gainOf, gainsOf, rangeText } from '#shared/kinds/evidence/gains.ts';
import {
  formatNumber,
  isMeasured,
  measuresOf,
  measuresWithoutBaseline,
  quantity,
} from '#shared/kinds/evidence/measures.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { smallReview } from '#test/support/small-review.ts';

function measured(id: string, entry: Record<string, unknown>, own: readonly unknown[] = []) {
  return smallReview({ evidence: { measures: { [id]: { tracked: true, ...entry } }, own } });
}

function measureOf(id: string, entry: Record<string, unknown>, own: readonly unknown[] = []) {
  const found = measuresOf(measured(id, entry, own), kindsTemplate).find((measure) => measure.id === id);
  if (!found) throw new Error(`no measure ${id}`);
  return found;
}

describe('a target against the typical gain', () => {
  it.each([
    ['cpu', 100, 60, 'inside'],
    ['cpu', 100, 80, 'inside'],
    ['cpu', 100, 40, 'inside'],
    ['cpu', 100, 39, 'beyond'],
    ['cpu', 100, 81, 'short'],
    ['cpu', 100, 100, 'short'],
    ['cpu', 100, 101, 'wrong-way'],
    ['throughput', 1000, 1500, 'inside'],
    ['throughput', 1000, 3000, 'inside'],
    ['throughput', 1000, 10_000, 'beyond'],
    ['throughput', 1000, 1200, 'short'],
    ['throughput', 1000, 900, 'wrong-way'],
    // Without figures in the range, only a loss can be told.
    ['incidents', 10, 2, 'unknown'],
    ['incidents', 10, 12, 'wrong-way'],
    ['cpu', null, 60, 'unknown'],
    ['cpu', 0, -1, 'unknown'],
  ] as const)('%s from %s to %s is %s', (id, baseline, target, relation) => {
    expect(gainOf(measureOf(id, { baseline, target })).target?.relation).toBe(relation);
  });

  it('at the edge of the range lies inside, whatever binary fractions make of it', () => {
    const edge = fc.integer({ min: 1, max: 1_000_000 }).map((value) => value / 100);
    fc.assert(
      fc.property(edge, fc.constantFrom(0.8, 0.4), (baseline, share) => {
        const target = baseline * share;
        expect(gainOf(measureOf('cpu', { baseline, target })).target?.relation).toBe('inside');
      }),
    );
  });

  it('orders its relations by the gain', () => {
    const order = ['wrong-way', 'short', 'inside', 'beyond'];
    const value = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(value, value, (one, other) => {
        const rank = (target: number) =>
          order.indexOf(gainOf(measureOf('cpu', { baseline: 100, target })).target?.relation ?? '');
        if (one < other) expect(rank(one)).toBeGreaterThanOrEqual(rank(other));
      }),
    );
  });
});

describe('gainOf', () => {
  it('says in words what there is to say', () => {
    const gain = gainOf(measureOf('cpu', { baseline: 50, target: 15, measured: 30 }));
    expect(gain.sentences).toEqual([
      'Target: 15\u00A0% (−70\u00A0%), more than the typical gain of −20\u00A0% to −60\u00A0%.',
      'Measured: 30\u00A0% (−40\u00A0%), within the typical gain of −20\u00A0% to −60\u00A0%.',
      'The target is not met.',
    ]);
    expect(gain.targetMet).toBe(false);
  });

  it('uses the terms of the range', () => {
    const { sentences } = gainOf(measureOf('throughput', { baseline: 1000, target: 1250 }));
    expect(sentences).toEqual(['Target: 1,250 req/s (1.25\u00A0×), less than the typical gain of 1.5 to 3\u00A0×.']);
    expect(rangeText(measureOf('incidents', {}))).toBe('whole classes disappear');
  });

  it('misses the baseline', () => {
    const gain = gainOf(measureOf('cpu', { target: 15 }));
    expect(gain.target?.change).toBeNull();
    expect(gain.sentences[0]).toBe('No baseline: a gain cannot be shown without one.');
  });

  it.each([
    ['cpu', 20, 20, true],
    ['cpu', 20, 21, false],
    ['throughput', 20, 21, true],
    ['throughput', 20, 19, false],
  ] as const)('%s with target %d and measured %d: met %s', (id, target, value, met) => {
    expect(gainOf(measureOf(id, { target, measured: value })).targetMet).toBe(met);
  });
});

describe('changeOf', () => {
  it('agrees with itself in percent and as a factor', () => {
    const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (baseline, value) => {
        const change = changeOf(baseline, value);
        if (!change) throw new Error('these have a change');
        // The percentage loses digits of small factors, so the tolerance grows with it.
        expect(Math.abs(1 + change.percent / 100 - change.factor)).toBeLessThan(1e-9 * Math.max(1, change.factor));
      }),
    );
  });

  it.each([
    [null, 1],
    [0, 1],
    [-5, 1],
    [5e-324, 1e300],
  ])('is unknown from %s to %s', (baseline, value) => {
    expect(changeOf(baseline, value)).toBeNull();
  });
});

describe('measures', () => {
  it('of the template count when they are ticked, own ones always', () => {
    const review = smallReview({
      evidence: { measures: { cpu: { baseline: 5 } }, own: [{ id: 'mine', name: ' ', better: 'higher' }] },
    });
    expect(gainsOf(review, kindsTemplate).map((gain) => gain.measure.name)).toEqual(['Unnamed measure']);
    expect(isMeasured(review, kindsTemplate)).toBe(false);
    expect(measuresWithoutBaseline(review, kindsTemplate).map(({ id }) => id)).toEqual(['mine']);
    expect(isMeasured(measured('cpu', { baseline: 5 }), kindsTemplate)).toBe(true);
  });

  it('take the unit of the template until the team gives one', () => {
    expect(measureOf('throughput', {}).unit).toBe('req/s');
    expect(measureOf('throughput', { unit: 'msg/s' }).unit).toBe('msg/s');
  });
});

describe('quantity', () => {
  it.each([
    [0, 'ms', '0 ms'],
    [1234567.5, 'req/s', '1,234,567.5 req/s'],
    [-0.25, '', '−0.25'],
    [99.9996, '%', '100\u00A0%'],
    [2e-9, 's', '2.00e−9 s'],
    [5e20, '', '5.00e+20'],
  ])('%d %s is %s', (value, unit, text) => {
    expect(quantity(value, unit)).toBe(text);
  });

  it('never loses a number that has at most three decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (thousandths) => {
        const value = thousandths / 1000;
        expect(Number(formatNumber(value).replaceAll(',', '').replace('−', '-'))).toBe(value);
      }),
    );
  });
});

describe('gainBars', () => {
  it('puts all values and the typical gain on one scale from zero', () => {
    const bars = gainBars(measureOf('cpu', { baseline: 50, target: 25, measured: 40 }));
    expect(bars?.bars.map(({ label, position }) => [label, position])).toEqual([
      ['Baseline', 1],
      ['Target', 0.5],
      ['Measured', 0.8],
    ]);
    expect(bars).toMatchObject({ zero: 0, range: { from: 0.4, to: 0.8, text: '20\u00A0% to 40\u00A0%' } });
  });

  it('has no picture without a number and no band without a baseline', () => {
    expect(gainBars(measureOf('cpu', {}))).toBeNull();
    expect(gainBars(measureOf('cpu', { target: 5 }))?.range).toBeNull();
  });

  it('keeps every place between 0 and 1 and in the order of the values, for any numbers', () => {
    const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.constantFrom('cpu', 'throughput'), number, number, number, (id, baseline, target, value) => {
        const bars = gainBars(measureOf(id, { baseline, target, measured: value }));
        if (!bars) return;
        const places = [bars.zero, ...bars.bars.map((bar) => bar.position), bars.range?.from ?? 0, bars.range?.to ?? 1];
        for (const place of places) expect(place >= 0 && place <= 1).toBe(true);
        const sorted = bars.bars.toSorted((left, right) => left.value - right.value).map((bar) => bar.position);
        expect(sorted).toEqual(sorted.toSorted((left, right) => left - right));
      }),
    );
  });
});
