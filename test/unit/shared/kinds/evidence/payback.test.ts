import { describe, expect, it } from 'vitest';
import { departures } from '#shared/departures/departures.ts';
import { dropPayback, editPayback, editPaybackInput, startPayback } from '#shared/kinds/evidence/edit-payback.ts';
import { measuresOf } from '#shared/kinds/evidence/measures.ts';
import { type PaybackResult, paybackOf } from '#shared/kinds/evidence/payback.ts';
import { amountsOf, speedUp, wholeFall } from '#shared/kinds/evidence/payback-amounts.ts';
import { referenceReduction } from '#shared/kinds/evidence/payback-inputs.ts';
import { breakEvenText, paybackSentences } from '#shared/kinds/evidence/payback-words.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

type Ends = number | readonly [number, number] | 'unknown';

const NOBODY = { who: '', by: null };

/** Everything exact: 20 weeks at 4,000, nothing else; 100 units at 30 % share, half of it, 10 each, 20 times. */
const EXACT: Readonly<Record<string, Ends>> = {
  'stage/tooling': 4,
  'stage/library': 6,
  'stage/service': 10,
  'audit-days': 0,
  'training-hours': 0,
  people: 0,
  'dip-percent': 0,
  'dip-months': 0,
  'week-price': 4000,
  'second-stack': 0,
  baseline: 100,
  'hot-share': 30,
  reduction: 50,
  'unit-price': 10,
  instances: 20,
};

function reviewWith(values: Readonly<Record<string, Ends>>, current = 'Go'): ReviewDocument {
  const evidence = { measures: { cpu: { tracked: true, baseline: null } }, own: [] };
  const started = startPayback(smallReview({ current, evidence }), rustTemplate);
  return Object.entries(values).reduce((review, [key, ends]) => {
    const isStage = key.startsWith('stage/');
    const change =
      ends === 'unknown'
        ? { notKnown: NOBODY }
        : typeof ends === 'number'
          ? { low: ends }
          : { low: ends[0], high: ends[1] };
    return editPaybackInput(review, { id: key.replace('stage/', ''), isStage }, change);
  }, started);
}

function resultOf(values: Readonly<Record<string, Ends>>, current?: string): PaybackResult {
  const result = paybackOf(reviewWith(values, current), rustTemplate);
  if (!result) throw new Error('no result');
  return result;
}

describe('Amdahl’s law', () => {
  it('gives 15 % of the whole for 30 % of the work that is halved', () => {
    expect(wholeFall(30, 50)).toBe(15);
    expect(resultOf(EXACT).whole).toEqual({ low: 15, high: 15 });
  });

  it('says what the same machines would do at 50,000 requests a second', () => {
    expect(50_000 * speedUp(15)).toBeCloseTo(58_823.5, 1);
    const text = paybackSentences(resultOf({ ...EXACT, load: 50_000 })).join(' ');
    expect(text).toContain('30\u00A0% of the work falls by 50\u00A0%: that saves 15\u00A0% of the whole.');
    expect(text).toContain('serve 50,000 requests per second would serve 58,800 requests per second.');
  });

  it('is not told while share or fall can be anything', () => {
    expect(paybackSentences(resultOf({ ...EXACT, 'hot-share': 'unknown' })).join(' ')).not.toContain('of the whole');
  });
});

describe('the payback', () => {
  it('comes after as many months as the cost takes to be saved', () => {
    const result = resultOf(EXACT);
    expect(result.once).toEqual({ low: 80_000, high: 80_000 });
    expect(result.saving).toEqual({ low: 3000, high: 3000 });
    expect(result.breakEven.low).toBeCloseTo(26.67, 2);
    expect(breakEvenText(result)).toBe('It pays back after 26.7 months.');
  });

  it('counts audit in days, training in hours, and the dip by people, percent and months', () => {
    const values = new Map(
      Object.entries({
        'audit-days': 10,
        'training-hours': 80,
        people: 5,
        'dip-percent': 20,
        'dip-months': 6,
        'week-price': 1000,
        'second-stack': 2,
      }),
    );
    const { once, running } = amountsOf(values);
    expect(once).toBeCloseTo((2 + 2 + 5 * 0.2 * 6 * (52 / 12)) * 1000, 6);
    expect(running).toBe(400);
  });

  it('is a band between the corners of all ranges, and no input that is narrower can leave it', () => {
    const wide = { ...EXACT, 'week-price': [3000, 5000], reduction: [20, 60], 'second-stack': [0, 1] } as const;
    const band = resultOf(wide).breakEven;
    expect(band.low).toBeCloseTo(60_000 / 3600, 6);
    expect(band.high).toBeCloseTo(100_000 / (1200 - 1000), 6);
    for (const price of [3000, 4000, 5000])
      for (const reduction of [20, 35, 60])
        for (const stack of [0, 0.5, 1]) {
          const inside = resultOf({ ...wide, 'week-price': price, reduction, 'second-stack': stack }).breakEven.low;
          expect(inside).toBeGreaterThanOrEqual(band.low - 1e-9);
          expect(inside).toBeLessThanOrEqual(band.high + 1e-9);
        }
  });

  it('never comes where a month costs what it saves', () => {
    const result = resultOf({ ...EXACT, 'second-stack': 5 });
    expect(result.breakEven).toEqual({ low: Infinity, high: Infinity });
    expect(breakEvenText(result)).toMatch(/^It never pays back/);
    expect(breakEvenText(resultOf({ ...EXACT, 'second-stack': [0, 5] }))).toContain('At worst it never does');
  });

  it('never comes where nothing is spent once and a month costs just what it saves', () => {
    const none = { 'stage/tooling': 0, 'stage/library': 0, 'stage/service': 0, 'second-stack': 3.75 };
    expect(resultOf({ ...EXACT, ...none }).breakEven).toEqual({ low: Infinity, high: Infinity });
  });

  it('takes a range that was entered the wrong way round as the same range', () => {
    expect(resultOf({ ...EXACT, instances: [30, 10] }).breakEven).toEqual(
      resultOf({ ...EXACT, instances: [10, 30] }).breakEven,
    );
  });
});

describe('inputs that are not known', () => {
  it.each(Object.keys(EXACT))('widen the band and are named: %s', (key) => {
    const exact = resultOf(EXACT);
    const result = resultOf({ ...EXACT, [key]: 'unknown' });
    expect(result.breakEven.low).toBeLessThanOrEqual(exact.breakEven.low);
    expect(result.breakEven.high).toBeGreaterThanOrEqual(exact.breakEven.high);
    const input = result.inputs.find((entry) => (entry.isStage ? `stage/${entry.id}` : entry.id) === key);
    expect(input?.origin).toBe('not-known');
    expect(paybackSentences(result).join(' ')).toContain(`Not known: “${input?.name}”.`);
  });

  it('are never taken for nothing: a cost that nobody knows leaves the end open', () => {
    const result = resultOf({ ...EXACT, 'stage/service': 'unknown' });
    expect(result.breakEven.high).toBe(Infinity);
    expect(breakEvenText(result)).toContain('is open as long as these are not known: “');
    expect(result.mover).toMatchObject({ kind: 'unbounded', inputs: [{ id: 'service' }] });
  });

  it('are kept apart from those that nobody filled in, with who finds them out and by when', () => {
    const known = editPaybackInput(
      reviewWith({ ...EXACT }),
      { id: 'instances', isStage: false },
      {
        notKnown: { who: 'Ada', by: '2026-12-03' },
      },
    );
    const result = paybackOf(known, rustTemplate);
    expect(result && paybackSentences(result).join(' ')).toContain(
      'Not known: “Instances” (Ada finds out by 3 Dec 2026).',
    );
    const { people: _, ...others } = EXACT;
    expect(paybackSentences(resultOf(others)).join(' ')).toContain(
      'Not filled in, and so counted as anything possible: “People whose delivery slows down”.',
    );
  });

  it('lose the value that stood there, and get one again when they are known', () => {
    const before = reviewWith(EXACT);
    const unknown = editPaybackInput(before, { id: 'instances', isStage: false }, { notKnown: NOBODY });
    expect(unknown.evidence?.payback?.inputs.instances).toMatchObject({ low: null, high: null, notKnown: NOBODY });
    const again = editPaybackInput(unknown, { id: 'instances', isStage: false }, { notKnown: null, low: 20 });
    expect(again).toEqual(before);
  });

  it('leave nothing to be said when nothing is known at all', () => {
    expect(breakEvenText(resultOf({}))).toBe('Too little is known to say when it pays back.');
  });
});

describe('what is taken over', () => {
  it('is the baseline of the measure, the typical gain, and the dip of the sources', () => {
    const result = paybackOf(
      startPayback(
        smallReview({ current: 'Go', evidence: { measures: { cpu: { tracked: true, baseline: 12 } } } }),
        rustTemplate,
      ),
      rustTemplate,
    );
    const taken = result?.inputs
      .filter(({ origin }) => origin === 'taken-over')
      .map(({ id, range }) => [id, range.low]);
    expect(taken).toEqual([
      ['dip-months', 6],
      ['baseline', 12],
      ['reduction', 20],
    ]);
  });

  it('is no typical gain where the component is not built in Go', () => {
    const { reduction: _, ...others } = EXACT;
    expect(resultOf(others).inputs.find(({ id }) => id === 'reduction')?.range).toEqual({ low: 20, high: 60 });
    expect(resultOf(others, 'Java').inputs.find(({ id }) => id === 'reduction')?.range).toEqual({ low: 0, high: 100 });
  });

  it('is for throughput the machines that the same work no longer needs', () => {
    const measures = measuresOf(smallReview({ current: 'Go' }), rustTemplate);
    const of = (id: string) => referenceReduction(measures.find((measure) => measure.id === id) ?? null);
    expect(of('throughput')?.low).toBeCloseTo(33.33, 2);
    expect(of('throughput')?.high).toBeCloseTo(66.67, 2);
    expect(of('p99')).toBeNull();
  });
});

describe('the gain that is needed', () => {
  it.each([
    [600, 'surely'],
    [40, 'within'],
    [20, 'beyond'],
    [6, 'impossible'],
  ] as const)('for %j: %s', (months, relation) => {
    const review = editPayback(reviewWith(EXACT), { within: months });
    expect(paybackOf(review, rustTemplate)?.relation).toBe(relation);
  });

  it('is the fall that just pays back in that time', () => {
    const review = editPayback(reviewWith(EXACT), { within: 40 });
    const needed = paybackOf(review, rustTemplate)?.needed?.low ?? 0;
    expect(needed).toBeCloseTo(33.33, 2);
    expect(resultOf({ ...EXACT, reduction: needed }).breakEven.low).toBeCloseTo(40, 6);
  });

  it('is open where the band reaches across the end of the typical gain', () => {
    const review = editPayback(reviewWith({ ...EXACT, instances: [10, 30] }), { within: 40 });
    expect(paybackOf(review, rustTemplate)?.relation).toBe('open');
  });

  it('has no relation where the sources give no gain', () => {
    expect(resultOf(EXACT, 'Java').relation).toBe('unknown');
  });
});

describe('the input that moves the result most', () => {
  it('is the one whose range swings the balance most', () => {
    const result = resultOf({ ...EXACT, 'week-price': [3900, 4100], instances: [5, 40] });
    expect(result.mover).toMatchObject({ kind: 'swing', input: { id: 'instances' } });
    expect(paybackSentences(result).join(' ')).toContain('“Instances” moves the result most');
  });

  it('is found by a tenth of each where all are exact', () => {
    expect(resultOf(EXACT).mover).toMatchObject({ kind: 'tenth' });
  });
});

describe('a decision for the candidate', () => {
  const decided = (values: Readonly<Record<string, Ends>>, within: number) => {
    const review = editPayback(reviewWith(values), { within });
    const decision = { ...review.decision, choice: 'adopt', stage: 'service' };
    return departures({ ...review, decision }, rustTemplate).find(({ id }) => id === 'payback');
  };

  it('departs from a payback that never comes, or asks for more than is typical', () => {
    expect(decided({ ...EXACT, 'second-stack': 5 }, 24)?.text).toContain('It never pays back');
    expect(decided(EXACT, 20)?.text).toContain('That is more than the typical gain');
    expect(decided(EXACT, 20)?.place).toBe('evidence.payback');
  });

  it('does not where it pays back in time, or where too little is known', () => {
    expect(decided(EXACT, 40)).toBeUndefined();
    expect(decided({ ...EXACT, instances: 'unknown' }, 20)).toBeUndefined();
  });
});

it('leaves no trace in the review once it is dropped', () => {
  const before = smallReview();
  expect(JSON.stringify(dropPayback(startPayback(before, rustTemplate)))).toBe(JSON.stringify(before));
});
