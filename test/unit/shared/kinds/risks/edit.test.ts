import { describe, expect, it } from 'vitest';
import { assessmentOf } from '#shared/kinds/risks/answers.ts';
import {
  addOwnRisk,
  changeAction,
  changeAssessment,
  changeOwnRisk,
  newAction,
  removeOwnRisk,
  setActions,
  takeMitigation,
  takenMitigations,
} from '#shared/kinds/risks/edit.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

const empty: ReviewDocument = reviewDocumentSchema.parse({
  id: '6f9619ff-8b86-4d01-b42d-00c04fc964ff',
  createdAt: '2026-03-03T09:00:00Z',
  template: { id: 'fixture', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Cache',
});
const mitigation = { id: 'pair', text: 'Pair for the first weeks' };

describe('an assessment', () => {
  it('keeps what is not changed', () => {
    const rated = changeAssessment(empty, 'ramp', { likelihood: 4, note: 'two newcomers' });
    const changed = changeAssessment(rated, 'ramp', { likelihood: null, impact: 2 });
    expect(assessmentOf(changed, 'ramp')).toMatchObject({ likelihood: null, impact: 2, note: 'two newcomers' });
    expect(assessmentOf(rated, 'ramp').likelihood).toBe(4);
    expect(Object.keys(changed.risks.assessments)).toEqual(['ramp']);
  });

  it('taken back entirely leaves the document as it was', () => {
    const rated = changeAssessment(empty, 'ramp', { likelihood: 4 });
    expect(changeAssessment(rated, 'ramp', { likelihood: null })).toEqual(empty);
  });

  it('stays valid for the schema', () => {
    const changed = takeMitigation(setActions(empty, 'ramp', [newAction('a1')]), 'ramp', mitigation, 'a2');
    expect(reviewDocumentSchema.parse(changed)).toEqual(changed);
  });
});

describe('actions', () => {
  it('are taken over from a suggestion once, and can be taken again after removal', () => {
    const taken = takeMitigation(empty, 'ramp', mitigation, 'a1');
    expect(assessmentOf(taken, 'ramp').actions).toEqual([
      { id: 'a1', text: 'Pair for the first weeks', owner: '', due: null, status: 'open', mitigation: 'pair' },
    ]);
    expect(takenMitigations(assessmentOf(taken, 'ramp'))).toEqual(new Set(['pair']));
    expect(takeMitigation(taken, 'ramp', mitigation, 'a2')).toBe(taken);

    const removed = setActions(taken, 'ramp', []);
    expect(takenMitigations(assessmentOf(removed, 'ramp')).size).toBe(0);
    expect(assessmentOf(takeMitigation(removed, 'ramp', mitigation, 'a3'), 'ramp').actions).toHaveLength(1);
  });

  it('choose “mitigate” where there is no response yet, and leave a chosen one alone', () => {
    expect(assessmentOf(setActions(empty, 'ramp', [newAction('a1')]), 'ramp').response).toBe('mitigate');
    expect(assessmentOf(setActions(empty, 'ramp', []), 'ramp').response).toBeNull();
    const accepted = changeAssessment(empty, 'ramp', { response: 'accept' });
    expect(assessmentOf(takeMitigation(accepted, 'ramp', mitigation, 'a1'), 'ramp').response).toBe('accept');
  });

  it('change by id', () => {
    const two = setActions(empty, 'ramp', [newAction('a1'), newAction('a2')]);
    const changed = changeAction(two, 'ramp', 'a2', { owner: 'Ola', status: 'done' });
    expect(assessmentOf(changed, 'ramp').actions.map(({ owner, status }) => [owner, status])).toEqual([
      ['', 'open'],
      ['Ola', 'done'],
    ]);
  });

  it('are not taken over beyond what a review can hold', () => {
    const full = setActions(
      empty,
      'ramp',
      Array.from({ length: 500 }, (_, index) => newAction(`a${index}`)),
    );
    expect(takeMitigation(full, 'ramp', mitigation, 'more')).toBe(full);
    expect(reviewDocumentSchema.safeParse(full).success).toBe(true);
  });
});

describe('own risks', () => {
  it('apply from the start and change by id', () => {
    const added = addOwnRisk(addOwnRisk(empty, 'r1'), 'r2');
    expect(assessmentOf(added, 'r1').applicable).toBe(true);
    const changed = changeOwnRisk(added, 'r2', { name: 'Vendor leaves' });
    expect(changed.risks.own).toEqual([
      { id: 'r1', name: '', description: '' },
      { id: 'r2', name: 'Vendor leaves', description: '' },
    ]);
  });

  it('go together with their assessment, and only they can go', () => {
    const added = changeAssessment(addOwnRisk(empty, 'r1'), 'ramp', { applicable: true });
    const removed = removeOwnRisk(added, 'r1');
    expect(removed.risks.own).toEqual([]);
    expect(Object.keys(removed.risks.assessments)).toEqual(['ramp']);
    expect(removeOwnRisk(added, 'ramp')).toBe(added);
  });
});
