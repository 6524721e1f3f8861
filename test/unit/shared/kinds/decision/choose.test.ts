import { describe, expect, it } from 'vitest';
import { chooseDecision, plannedStage } from '#shared/kinds/decision/choose.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const withStages = (stages: Record<string, unknown>, decision: Record<string, unknown> = {}) =>
  smallReview({ path: { stages }, decision });
const PLANNED = { state: 'planned', workItem: 'w', owner: 'Ada' };

describe('a choice that names a stage of the path', () => {
  const chosen = (review: ReturnType<typeof smallReview>, choice: string | null = 'adopt') =>
    chooseDecision(review, smallTemplate, choice).decision;

  it('is for the only stage that is planned', () => {
    expect(chosen(withStages({ service: PLANNED }))).toMatchObject({ choice: 'adopt', stage: 'service' });
    expect(chosen(withStages({ tooling: { ...PLANNED, state: 'in-progress' } })).stage).toBe('tooling');
    expect(chosen(withStages({ tooling: { ...PLANNED, state: 'done' }, service: PLANNED })).stage).toBe('service');
  });

  it('is left to people where none or several are planned, or where one was named', () => {
    expect(chosen(withStages({})).stage).toBeNull();
    expect(chosen(withStages({ tooling: { state: 'skipped' } })).stage).toBeNull();
    expect(chosen(withStages({ tooling: PLANNED, service: PLANNED })).stage).toBeNull();
    expect(chosen(withStages({ service: PLANNED }, { stage: 'tooling' })).stage).toBe('tooling');
  });

  it('takes back what was offered, and no stage that was named, with a choice that names none', () => {
    const adopted = chooseDecision(withStages({ service: PLANNED }), smallTemplate, 'adopt');
    expect(chosen(adopted, 'stay')).toMatchObject({ choice: 'stay', stage: null });
    expect(chosen(adopted, null)).toMatchObject({ choice: null, stage: null });
    expect(chosen(withStages({ service: PLANNED }, { stage: 'tooling' }), 'stay').stage).toBe('tooling');
  });

  it('finds no stage in a template without a path', () => {
    const { sections } = smallTemplate;
    const pathless = { ...smallTemplate, sections: sections.filter(({ kind }) => kind !== 'path') };
    expect(plannedStage(withStages({ service: PLANNED }), pathless)).toBeNull();
  });
});
