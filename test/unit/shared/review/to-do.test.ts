import { describe, expect, it } from 'vitest';
import { assessmentOf } from '#shared/kinds/risks/answers.ts';
import { changeAssessment, setRiskNotKnown } from '#shared/kinds/risks/edit.ts';
import { workItems } from '#shared/record/work-items.ts';
import { settledUnknowns } from '#shared/review/left.ts';
import { reviewProgress } from '#shared/review/progress.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { diffReviews } from '#shared/review/revision-diff.ts';
import { addToDo, changeToDo, removeToDo, toDosOf } from '#shared/review/to-do.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const HASH = 'a'.repeat(64);
const action = { id: 't1', kind: 'action', text: 'Ask', owner: '', due: null, status: 'open', place: '' } as const;
const sectionOfKind = (review: ReturnType<typeof smallReview>, kind: string) =>
  reviewProgress(review, smallTemplate, HASH).find((entry) => entry.kind === kind);

describe('things to do', () => {
  it('leave no trace when the last one goes', () => {
    const start = smallReview();
    const one = addToDo(start, action);
    expect(toDosOf(changeToDo(one, 't1', { owner: 'Ada' }))).toEqual([{ ...action, owner: 'Ada' }]);
    expect(removeToDo(one, 't1')).toEqual(start);
    expect('toDo' in removeToDo(one, 't1')).toBe(false);
  });

  it('are work like any other, with the section they came up in', () => {
    const review = addToDo(addToDo(smallReview(), { ...action, place: 'rule.one' }), {
      ...action,
      id: 't2',
      kind: 'parked',
      text: 'Who pays?',
      place: 'nowhere.at.all',
    });
    const found = workItems(review, smallTemplate).filter(({ key }) => key.startsWith('to-do'));
    expect(found).toMatchObject([
      { kind: 'To do', title: 'Ask', section: 'rule', place: 'rule.one', description: 'Came up in: Rule' },
      { kind: 'Question', title: 'Who pays?', section: null, place: '' },
    ]);
  });

  it('show in a comparison of two states', () => {
    const changes = diffReviews(smallReview(), addToDo(smallReview(), action), smallTemplate);
    expect(changes).toMatchObject([{ kind: 'review', changes: [{ where: ['To do', 'Ask'], change: 'added' }] }]);
  });
});

describe('what is not known', () => {
  const open = (review: ReturnType<typeof smallReview>, kind: string) =>
    sectionOfKind(review, kind)?.openPoints.map(({ target }) => target);
  const unsure = (notKnown?: object) =>
    smallReview({ rule: { answers: { one: { answer: 'unsure', ...(notKnown && { notKnown }) } } } });

  it('is settled for now with a name and a day, and open otherwise', () => {
    expect(open(unsure(), 'rule')).toContain('rule.one');
    expect(open(unsure({ who: 'Ada' }), 'rule')).toContain('rule.one');
    expect(open(unsure({ by: '2027-01-01' }), 'rule')).toContain('rule.one');
    const settled = unsure({ who: 'Ada', by: '2027-01-01' });
    expect(open(settled, 'rule')).not.toContain('rule.one');
    expect(settledUnknowns(settled, smallTemplate)).toMatchObject([{ place: 'rule.one', who: 'Ada' }]);
    expect(settledUnknowns(unsure({ who: 'Ada' }), smallTemplate)).toEqual([]);
  });

  it('is so about the component of a strategy as well', () => {
    const unsure = (notKnown?: object) =>
      smallReview({ strategy: { answers: { gateway: { answer: 'unsure', ...(notKnown && { notKnown }) } } } });
    const points = (review: ReviewDocument) =>
      reviewProgress(review, kindsTemplate, HASH).flatMap(({ openPoints }) => openPoints.map(({ target }) => target));
    for (const half of [undefined, { who: 'Ada' }, { by: '2027-01-01' }]) {
      expect(points(unsure(half))).toContain('strategy.gateway');
      expect(settledUnknowns(unsure(half), kindsTemplate)).toEqual([]);
    }
    const settled = unsure({ who: 'Ada', by: '2027-01-01' });
    expect(points(settled)).not.toContain('strategy.gateway');
    expect(settledUnknowns(settled, kindsTemplate)).toMatchObject([{ place: 'strategy.gateway', who: 'Ada' }]);
  });

  it('of a risk owes nothing but who finds out, and an answer ends it', () => {
    const review = setRiskNotKnown(smallReview(), 'ramp', { who: '', by: null });
    expect(open(review, 'risks')).toContain('risks.ramp');
    const settled = setRiskNotKnown(review, 'ramp', { who: 'Ada', by: '2027-01-01' });
    expect(open(settled, 'risks')).not.toContain('risks.ramp');
    expect(settledUnknowns(settled, smallTemplate)).toMatchObject([{ what: 'Ramp-up', place: 'risks.ramp' }]);
    expect(assessmentOf(changeAssessment(settled, 'ramp', { note: 'Hm' }), 'ramp').notKnown).toBeDefined();
    expect(assessmentOf(changeAssessment(settled, 'ramp', { impact: 3 }), 'ramp')).not.toHaveProperty('notKnown');
    expect(setRiskNotKnown(review, 'ramp', null)).toEqual(smallReview());
  });
});
