import { describe, expect, it } from 'vitest';
import {
  decisionTally,
  exposureTally,
  outcomeTally,
  portfolioOf,
  promisedGains,
  tagsOf,
  WHOLE_PORTFOLIO,
} from '#shared/portfolio/portfolio.ts';
import { radarOf, radarRows } from '#shared/portfolio/radar.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { type ReviewSummary, summarize } from '#shared/review/summary.ts';
import { sampleNames, shippedTemplates, shippedText } from '#test/support/shipped.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const STORED = { revision: 1, savedAt: '2026-01-01T00:00:00Z', contentSha256: 'a'.repeat(64) };
const plain = summarize(smallReview(), smallTemplate, STORED);

function summary(number: number, parts: Partial<ReviewSummary> = {}): ReviewSummary {
  const id = `00000000-0000-4000-8000-00000000000${number}`;
  return { ...plain, id, title: `Review ${number}`, tags: [], decision: null, outcome: null, ...parts };
}

const adopt = { name: 'Adopt Rust', lean: 'for', stage: 'Service' } as const;
const stay = { name: 'Stay', lean: 'against', stage: '' } as const;

describe('an overview', () => {
  it('is of what stands: not of the archive, of what was superseded or retired, or of others’ decisions', () => {
    const reviews = [
      summary(1),
      summary(2, { isArchived: true }),
      summary(3, { afterwards: 'superseded' }),
      summary(4, { afterwards: 'deprecated' }),
      summary(5, { reconstruction: true, tags: ['b'] }),
      summary(6, { tags: ['a', 'b'] }),
    ];
    const titles = (filter: typeof WHOLE_PORTFOLIO) => portfolioOf(reviews, filter).map(({ title }) => title);
    expect(titles(WHOLE_PORTFOLIO)).toEqual(['Review 1', 'Review 6']);
    expect(titles({ tag: 'b', withReconstructions: true })).toEqual(['Review 5', 'Review 6']);
    expect(titles({ tag: 'b', withReconstructions: false })).toEqual(['Review 6']);
    expect(tagsOf(reviews)).toEqual(['a', 'b']);
  });

  it('counts decisions and outcomes, the frequent ones first and the missing ones last', () => {
    const reviews = [
      summary(1),
      summary(2, { decision: stay, outcome: { name: 'Consider', lean: 'for' } }),
      summary(3, { decision: { ...adopt, stage: 'Tooling' } }),
      summary(4, { decision: adopt }),
    ];
    const counts = decisionTally(reviews).map(({ name, tone, reviews: some }) => [name, tone, some.length]);
    expect(counts).toEqual([
      ['Adopt Rust', 'for', 2],
      ['Stay', 'against', 1],
      ['Not decided', 'neutral', 1],
    ]);
    expect(outcomeTally(reviews).map(({ name, reviews: some }) => [name, some.length])).toEqual([
      ['Consider', 1],
      ['Not answered', 3],
    ]);
  });

  it('counts exposure before and after, and puts missed targets first', () => {
    const gain = { name: 'Latency', target: '15 ms', measured: '', met: null };
    const reviews = [
      summary(1, { exposure: { before: 'critical', after: 'moderate' }, gains: [gain, { ...gain, met: true }] }),
      summary(2, { exposure: { before: 'critical', after: 'critical' }, gains: [{ ...gain, met: false }] }),
      summary(3, { exposure: { before: null, after: null } }),
    ];
    expect(exposureTally(reviews)).toEqual([
      { level: 'critical', before: 2, after: 1 },
      { level: 'high', before: 0, after: 0 },
      { level: 'moderate', before: 0, after: 1 },
      { level: 'low', before: 0, after: 0 },
    ]);
    expect(promisedGains(reviews).map(({ met }) => met)).toEqual([false, true, null]);
  });

  it('takes from a review what it says, also what was measured after the closing', () => {
    const [name = ''] = sampleNames.filter((sample) => sample.startsWith('discord'));
    const file = JSON.parse(shippedText(`templates/samples/${name}.json`)) as { readonly document: unknown };
    const review = reviewDocumentSchema.parse(file.document);
    const template = shippedTemplates.get(review.template.id);
    if (!template) throw new Error('Its template is there');
    const before = summarize(review, template, STORED);
    expect(before.exposure).toEqual({ before: 'critical', after: 'high' });
    expect(before.gains).toMatchObject([{ met: true }]);
    const [id = ''] = Object.entries(review.evidence?.measures ?? {}).find(([, { target }]) => target !== null) ?? [];
    const note = { id: 'n', on: `measure/${id}`, at: STORED.savedAt, by: 'Ada', value: 9, note: '' };
    const after = summarize({ ...review, followUp: [note] }, template, STORED);
    expect(after.gains).toMatchObject([{ met: false }]);
    expect(after.statement.length).toBeGreaterThan(20);
  });
});

describe('the radar', () => {
  it('maps what was decided to rings, tags to quadrants, and tells how each came there', () => {
    const trial = { name: 'Trial Rust', lean: 'for', stage: '' } as const;
    const reviews = [
      summary(1, {
        decision: adopt,
        candidate: 'Rust',
        component: 'Gateway',
        supersedes: summary(2).id,
        tags: ['tools'],
      }),
      summary(3, { decision: trial, candidate: 'Rust' }),
      summary(4, { decision: { ...stay, lean: 'open' } }),
      summary(5, { decision: stay, supersedes: summary(6).id, signOff: 'signed' }),
      summary(7),
      summary(8, { decision: adopt, signOff: 'not-agreed' }),
    ];
    const all = [...reviews, summary(2, { decision: trial }), summary(6, { decision: stay })];
    const blips = radarOf(reviews, all);
    expect(blips.map(({ name, ring, quadrant, status }) => [name, ring, quadrant, status])).toEqual([
      ['Rust: Gateway', 'Adopt', 'Tools', 'moved in'],
      [
        summary(3).component === '' ? 'Rust' : `Rust: ${summary(3).component}`,
        'Trial',
        'Languages & Frameworks',
        'new',
      ],
      [blips[2]?.name, 'Assess', 'Languages & Frameworks', 'new'],
      [blips[3]?.name, 'Hold', 'Languages & Frameworks', 'no change'],
    ]);
  });

  it('is written with the columns and texts that “Build your own radar” reads, and no markup of ours', () => {
    const review = summary(1, { decision: adopt, candidate: 'C & <b>', component: '', statement: 'a < b\nand c' });
    expect(radarRows(radarOf([review], [review]))).toEqual([
      {
        name: 'C & <b>',
        ring: 'Adopt',
        quadrant: 'Languages & Frameworks',
        isNew: 'TRUE',
        status: 'new',
        description: '<p><b>Adopt Rust, Service</b></p><p>a &lt; b and c</p><p>Review: Review 1, not signed</p>',
      },
    ]);
  });
});
