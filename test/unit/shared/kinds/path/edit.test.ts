import { describe, expect, it } from 'vitest';
import { criterionOf, stagePlan } from '#shared/kinds/path/answers.ts';
import { editCriterion, editScope, editStage } from '#shared/kinds/path/edit.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

const START: ReviewDocument = reviewDocumentSchema.parse({
  id: '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11',
  createdAt: '2026-03-02T09:00:00Z',
  template: { id: 'example', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Gateway',
  path: {
    stages: {
      tooling: {
        state: 'in-progress',
        workItem: 'Log filter',
        owner: 'Olu',
        criteria: { 'in-use': { met: true, note: 'Since May' } },
      },
    },
  },
});

describe('editScope', () => {
  it('changes the scope and keeps stages and reason', () => {
    const edited = editScope(START, { wholesale: true });
    expect(edited.path).toEqual({ ...START.path, wholesale: true });
    expect(editScope(edited, { wholesaleReason: 'Contract ends' }).path.wholesale).toBe(true);
  });
});

describe('editStage', () => {
  it('plans a stage that nobody has decided on with its work item, and no other', () => {
    const stateOf = (review: ReviewDocument, stage: string) => stagePlan(review, stage).state;
    expect(stateOf(editStage(START, 'library', { workItem: 'Reader' }), 'library')).toBe('planned');
    expect(stateOf(editStage(START, 'library', { workItem: ' ' }), 'library')).toBe('open');
    expect(stateOf(editStage(START, 'library', { owner: 'Olu' }), 'library')).toBe('open');
    expect(stateOf(editStage(START, 'tooling', { workItem: 'Reader' }), 'tooling')).toBe('in-progress');
    const skipped = editStage(START, 'library', { state: 'skipped' });
    expect(stateOf(editStage(skipped, 'library', { workItem: 'Reader' }), 'library')).toBe('skipped');
  });

  it('keeps the plan of a stage that is skipped', () => {
    const skipped = editStage(START, 'tooling', { state: 'skipped', skipReason: 'Done elsewhere' });
    expect(stagePlan(skipped, 'tooling')).toMatchObject({ state: 'skipped', workItem: 'Log filter', owner: 'Olu' });
    expect(stagePlan(editStage(skipped, 'tooling', { state: 'in-progress', skipReason: '' }), 'tooling')).toEqual(
      stagePlan(START, 'tooling'),
    );
  });

  it('leaves no trace of a stage that is put back as it was', () => {
    const planned = editStage(START, 'library', { owner: 'Mara', targetDate: '2026-09-30' });
    expect(stagePlan(planned, 'library')).toMatchObject({ owner: 'Mara', targetDate: '2026-09-30' });
    expect(editStage(planned, 'library', { owner: '', targetDate: null })).toEqual(START);
  });
});

describe('editCriterion', () => {
  it('ticks a criterion and keeps its note and the other criteria', () => {
    const edited = editCriterion(START, 'tooling', 'ci', { met: true });
    const plan = stagePlan(edited, 'tooling');
    expect(criterionOf(plan, 'ci')).toEqual({ met: true, note: '' });
    expect(criterionOf(plan, 'in-use')).toEqual({ met: true, note: 'Since May' });
    expect(
      criterionOf(stagePlan(editCriterion(edited, 'tooling', 'in-use', { met: false }), 'tooling'), 'in-use'),
    ).toEqual({ met: false, note: 'Since May' });
  });

  it('signs the same content again after a tick is taken back, also on an untouched stage', () => {
    for (const stage of ['tooling', 'service']) {
      const ticked = editCriterion(START, stage, 'on-call', { met: true });
      expect(signedContent(ticked)).not.toBe(signedContent(START));
      expect(signedContent(editCriterion(ticked, stage, 'on-call', { met: false }))).toBe(signedContent(START));
    }
  });

  it('gives a document the schema accepts', () => {
    const edited = editCriterion(editScope(START, { wholesaleReason: 'x' }), 'service', 'on-call', {
      note: 'Rota set',
    });
    expect(reviewDocumentSchema.parse(edited)).toEqual(edited);
  });
});
