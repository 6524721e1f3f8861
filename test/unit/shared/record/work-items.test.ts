import { describe, expect, it } from 'vitest';
import { renderIssuesCsv } from '#main/record/forms/issues-csv.ts';
import { workItems } from '#shared/record/work-items.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

const review = smallReview({
  component: '=Edge',
  path: {
    stages: {
      tooling: {
        state: 'in-progress',
        owner: 'Ada',
        targetDate: '2026-12-01',
        workItem: 'A log filter',
        criteria: { 'in-use': { met: true, note: 'Since May' } },
      },
      library: { state: 'skipped' },
    },
  },
  risks: {
    assessments: {
      panics: { applicable: true, actions: [{ id: 'a-1', text: 'Deny unwrap', owner: 'Bob', due: '2026-12-05' }] },
      lifetimes: { applicable: false, actions: [{ id: 'a-2', text: 'Not needed' }] },
    },
  },
  audit: {
    dependencies: [
      { id: 'd-1', name: 'zap', candidate: 'tracing', status: 'missing', days: 2, owner: 'Cy' },
      { id: 'd-2', name: 'chi', candidate: 'axum', status: 'ready' },
    ],
  },
  training: { topics: { ownership: { due: '2026-12-20' } } },
  decision: {
    conditions: [{ id: 'c-1', text: 'A prototype first', due: '2026-12-10' }],
    reviewOn: '2027-06-01',
    statement: 'We adopt it.',
  },
});
const items = workItems(review, rustTemplate);
const find = (key: string) => items.find((item) => item.key === key);

describe('workItems', () => {
  it('has stages with their exit criteria, but not those that are skipped', () => {
    expect(find('stage/tooling')).toMatchObject({
      status: 'In progress',
      owner: 'Ada',
      due: '2026-12-01',
      stage: 'Tooling',
    });
    expect(find('stage/tooling/in-use')).toMatchObject({ status: 'Done', parent: 'stage/tooling', due: '2026-12-01' });
    expect(find('stage/tooling/two-people')).toMatchObject({ status: 'Open', owner: 'Ada' });
    expect(items.filter(({ key }) => key.startsWith('stage/library'))).toEqual([]);
  });

  it('has actions of risks that apply, conditions, gaps, learning and the look back', () => {
    expect(find('action/panics/a-1')).toMatchObject({
      title: 'Deny unwrap',
      description: 'Against the risk: A panic takes it down',
    });
    expect(find('action/lifetimes/a-2')).toBeUndefined();
    expect(find('condition/c-1')).toMatchObject({ kind: 'Condition', due: '2026-12-10', status: 'Open' });
    expect(find('gap/d-1')).toMatchObject({
      title: 'Close the gap: zap → tracing',
      description: 'Nothing takes its place yet.\n\nEstimated at 2 person days.',
    });
    expect(find('gap/d-2')).toBeUndefined();
    expect(items.filter(({ kind }) => kind === 'Learning')).toHaveLength(1);
    expect(find('review')).toMatchObject({ due: '2027-06-01', description: 'We adopt it.' });
  });

  it('names each once', () => {
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  });
});

describe('renderIssuesCsv', () => {
  const [header, ...rows] = Buffer.from(renderIssuesCsv(review, rustTemplate)).toString().split('\r\n');

  it('has a row for each, with what trackers look for', () => {
    expect(header).toBe(
      '\uFEFFTitle,Description,Type,Status,Assignee,Due date,Labels,Milestone,Key,Parent,Component,Review id',
    );
    expect(rows.filter((row) => row !== '').length).toBeGreaterThanOrEqual(items.length);
    expect(rows).toContain(
      "Deny unwrap,Against the risk: A panic takes it down,Action,Open,Bob,2026-12-05,groundwork action,,action/panics/a-1,,'=Edge,0f8fad5b-d9cb-469f-a165-70867728950e",
    );
  });
});
