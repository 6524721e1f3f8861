import { describe, expect, it } from 'vitest';
import { buildRecord, sectionAlone } from '#shared/record/build.ts';
import type { RecordLength } from '#shared/record/model.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind } from '#shared/template/template.ts';
import { sampleScene, sceneRecord } from '#test/support/record-scenes.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const stored = { contentSha256: 'c0ffee00'.repeat(8), revision: 4, savedAt: '2026-12-31T23:59:59.999Z' };

/** What stands on the second page: the first cells of its table, and its sentences. */
function actionsOf(review: ReviewDocument, length: RecordLength = 'full') {
  const { sections } = buildRecord(review, smallTemplate, stored, length);
  const blocks = sections.find(({ kind }) => kind === 'actions')?.blocks ?? [];
  return {
    rows: blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(([what]) => what?.text) : [])),
    told: blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'empty' ? [block.text] : [])),
  };
}

const stage = (state: string, owner: string, targetDate: string | null) => ({ state, owner, targetDate });
const action = (id: string, due: string | null) => ({ id, text: `Action ${id}`, due });
const riskActions = (...actions: readonly object[]) => ({ assessments: { ramp: { applicable: true, actions } } });

describe('the table of actions', () => {
  it('has work of the plan that has a day, and counts what has none', () => {
    const path = {
      stages: { tooling: stage('planned', 'Ada', null), service: stage('planned', 'Bo', '2026-05-01') },
    };
    expect(actionsOf(smallReview({ path }))).toEqual({
      rows: ['Finish the stage “Service”'],
      told: ['Open without a day, each in its own section: Stage of the path 1.'],
    });
  });

  it('has what is going on without a day', () => {
    const path = { stages: { tooling: stage('in-progress', 'Ada', null) } };
    expect(actionsOf(smallReview({ path }))).toEqual({ rows: ['Finish the stage “Tooling”'], told: [] });
  });

  it('does not say that there is nothing when all of it stands elsewhere', () => {
    const path = { stages: { tooling: stage('planned', 'Ada', null) } };
    expect(actionsOf(smallReview({ path }))).toEqual({
      rows: [],
      told: ['Open without a day, each in its own section: Stage of the path 1.'],
    });
    expect(actionsOf(smallReview()).told).toEqual(['There are no actions and no conditions.']);
  });

  it('keeps actions and what came up without a day, which stand nowhere else', () => {
    const toDo = [{ id: 't', text: 'Ask operations' }];
    const risks = riskActions(action('one', null));
    expect(actionsOf(smallReview({ risks, toDo }))).toEqual({ rows: ['Action one', 'Ask operations'], told: [] });
  });

  it('leaves nothing out that no other section names', () => {
    const scene = sampleScene('discord-read-states');
    const { sections } = sceneRecord(scene);
    const text = JSON.stringify(sections.filter(({ kind }) => kind !== 'actions'));
    for (const name of ['Clippy is law', 'goroutines', 'CPU use', 'Shared state and locks', 'Gateway']) {
      expect(text).toContain(name);
    }
  });
});

describe('the table of a short record', () => {
  const many = Array.from({ length: 15 }, (_, index) => action(`a${index}`, '2026-06-01'));
  const path = {
    stages: { tooling: stage('planned', 'Ada', '2026-01-01'), service: stage('planned', 'Bo', '2026-02-01') },
  };

  it('has actions before the rest of the plan, all in the order of their days', () => {
    const { rows, told } = actionsOf(smallReview({ path, risks: riskActions(...many) }), 'short');
    expect(rows).toHaveLength(16);
    expect(rows.slice(0, 2)).toEqual(['Finish the stage “Tooling”', 'Action a0']);
    expect(told).toEqual(['In the full record: 1 more open.']);
  });
});

describe('a section that stands alone', () => {
  const alone = (review: ReviewDocument, kind: SectionKind) => {
    const section = smallTemplate.sections.find((entry) => entry.kind === kind);
    if (!section) throw new Error(`There is no ${kind}`);
    return JSON.stringify(sectionAlone({ review, template: smallTemplate, ...stored }, section));
  };

  it('has its own actions and conditions, and those of no other', () => {
    const review = smallReview({
      risks: riskActions(action('one', null)),
      decision: { conditions: [{ id: 'c', text: 'The budget is granted' }] },
    });
    expect(alone(review, 'risks')).toContain('Action one');
    expect(alone(review, 'risks')).not.toContain('The budget is granted');
    expect(alone(review, 'decision')).toContain('The budget is granted');
    expect(alone(review, 'decision')).not.toContain('Action one');
    expect(alone(review, 'rule')).not.toMatch(/Action one|The budget/);
  });

  it('that nobody touched says so', () => {
    expect(alone(smallReview(), 'risks')).toMatch(/not assessed|nobody/i);
  });
});
