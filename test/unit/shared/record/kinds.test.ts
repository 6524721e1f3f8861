import { describe, expect, it } from 'vitest';
import { buildRecord } from '#shared/record/build.ts';
import type { BlockOf, RecordBlock, RecordModel, RecordSection } from '#shared/record/model.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { markedReview, markersIn } from '#test/support/marked-review.ts';
import { answered, smallReview } from '#test/support/small-review.ts';

const stored = { contentSha256: 'c0ffee00'.repeat(8), revision: 4, savedAt: '2026-12-31T23:59:59.999Z' };

function recordOf(review: ReviewDocument, template = kindsTemplate): RecordModel {
  return buildRecord(review, template, stored);
}

function blocks<Kind extends RecordBlock['kind']>(record: RecordModel, section: RecordSection['kind'], kind: Kind) {
  const found = record.sections.find((entry) => entry.kind === section)?.blocks ?? [];
  return found.filter((block): block is BlockOf<Kind> => block.kind === kind);
}

describe('what the team wrote in any kind of section', () => {
  it.each([0, 1, 2, 3, 4, 5])('is all in the record (variant %i)', (variant) => {
    const { review, markers } = markedReview(kindsTemplate, variant);
    for (const part of ['screening', 'questions', 'options', 'evidence', 'audit', 'training', 'commitments'] as const) {
      expect([part, markersIn(review[part]).size > 0]).toEqual([part, true]);
    }
    const printed = markersIn(recordOf(review));
    expect(markers.filter((marker) => !printed.has(marker))).toEqual([]);
  });

  it('is printed for sections that the template lacks', () => {
    const bare = { ...kindsTemplate, sections: kindsTemplate.sections.filter((entry) => entry.kind === 'rule') };
    const { review, markers } = markedReview(kindsTemplate, 2);
    const printed = markersIn(recordOf(review, bare));
    expect(markers.filter((marker) => !printed.has(marker))).toEqual([]);
  });
});

describe('the first page', () => {
  it('says which way the screening leans, once there is something to say', () => {
    expect(recordOf(smallReview()).summary.fit).toBeNull();
    const review = smallReview({ screening: { signals: { exposed: { present: true } } } });
    expect(recordOf(review).summary.fit).toMatchObject({ name: 'Leans towards the candidate', tone: 'for' });
  });

  it('names the split that was chosen, as does the decision', () => {
    const record = recordOf(smallReview({ options: { split: { chosen: true } } }));
    expect(record.summary.split).toBe('Control: Today; Data: open');
    expect(blocks(record, 'decision', 'callout')).toContainEqual({
      kind: 'callout',
      tone: 'neutral',
      title: 'Split',
      text: 'Control: Today; Data: open',
    });
    expect(recordOf(smallReview()).summary.split).toBe('');
  });
});

describe('the sections', () => {
  it('warn of a signal that clashes with the rule', () => {
    const screening = { signals: { crud: { present: true } } };
    const record = recordOf(smallReview({ screening, rule: answered('yes', 'yes', 'yes') }));
    expect(blocks(record, 'screening', 'callout').map(({ title }) => title)).toContain(
      '“Crud” and the rule do not fit together',
    );
  });

  it('set candidates and criteria side by side, six candidates at a time', () => {
    const own = Array.from({ length: 5 }, (_, index) => ({ id: `own-${index}`, name: `Own ${index}` }));
    const cells = { speed: { new: { score: 5, reason: 'Measured.' }, today: { score: 2 } } };
    const tables = blocks(recordOf(smallReview({ options: { own, cells } })), 'options', 'table');
    const matrices = tables.filter(
      ({ columns }) => columns[0]?.title === 'Criterion' && columns[1]?.title === 'Weight',
    );
    expect(matrices.map(({ columns }) => columns.length - 2)).toEqual([6, 1]);
    expect(matrices[0]?.rows[0]?.slice(0, 4).map(({ text }) => text)).toEqual(['Speed', '3', '5', '2']);
    expect(tables.at(-1)?.rows).toEqual([
      [{ text: 'Speed' }, { text: 'New' }, { text: '5' }, { text: 'Measured.' }, { text: 'Fast\u00A0[1]' }],
    ]);
  });

  it('draw the measures in use', () => {
    const measures = { cpu: { tracked: true, baseline: 50, target: 5 }, incidents: { tracked: true } };
    const record = recordOf(smallReview({ evidence: { measures } }));
    expect(blocks(record, 'evidence', 'bars')).toHaveLength(1);
    expect(blocks(record, 'evidence', 'heading')[0]?.badges).toEqual([
      { text: 'Target beyond the typical gain', tone: 'warning' },
    ]);
  });

  it('name a measure that is not in use where something was noted on it', () => {
    const measures = { cpu: { note: 'The reports disagree.' }, gone: { note: 'Of another version.' } };
    const fields = blocks(recordOf(smallReview({ evidence: { measures } })), 'evidence', 'fields');
    expect(fields.map(({ rows }) => rows)).toEqual([
      [{ label: 'Cpu › note', text: 'The reports disagree.' }],
      [{ label: 'gone › note', text: 'Of another version.' }],
    ]);
  });

  it('print a measure that backs an answer with its figures', () => {
    const evidence = [
      { id: 'a', kind: 'measure', measure: 'cpu' },
      { id: 'b', kind: 'measure', measure: 'gone' },
      { id: 'c', kind: 'measure' },
    ];
    const record = recordOf(
      smallReview({
        rule: { answers: { one: { answer: 'yes', evidence } } },
        evidence: { measures: { cpu: { tracked: true, baseline: 50, target: 25 } } },
      }),
    );
    expect(blocks(record, 'rule', 'list').at(-1)?.items).toEqual([
      'Cpu: baseline 50\u00A0%, target 25\u00A0%',
      'A measure no longer listed (gone)',
      'A measure that has not been chosen',
    ]);
  });

  it('lay the phases out in dates, or in weeks before there is a first day', () => {
    const texts = (parts: Record<string, unknown>) =>
      blocks(recordOf(smallReview(parts)), 'training', 'timeline')[0]?.spans.map(({ text }) => text);
    expect(texts({ training: { protectedTime: false, protectedTimeNote: 'Not yet.' } })).toEqual([
      'weeks 0–6',
      'weeks 4–12',
    ]);
    expect(texts({ training: { startOn: '2026-01-05' } })).toEqual([
      '5 Jan 2026 – 15 Feb 2026',
      '2 Feb 2026 – 29 Mar 2026',
    ]);
  });

  it('say in an empty review what is missing', () => {
    const [missing] = blocks(recordOf(smallReview()), 'open-points', 'empty');
    const plans = blocks(recordOf(smallReview()), 'open-points', 'empty')[1];
    const told = `${missing?.text} ${plans?.text}`;
    for (const { kind, title } of kindsTemplate.sections) {
      if (kind !== 'sign-off') expect(told).toContain(title);
    }
  });
});
