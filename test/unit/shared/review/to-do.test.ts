import { describe, expect, it } from 'vitest';
import { assessmentOf } from '#shared/kinds/risks/answers.ts';
import { changeAssessment, setUnknown } from '#shared/kinds/risks/edit.ts';
import { workItems } from '#shared/record/work-items.ts';
import { reviewProgress } from '#shared/review/progress.ts';
import { diffReviews } from '#shared/review/revision-diff.ts';
import { addToDo, changeToDo, removeToDo, setFindingOut, settledFor, toDosOf } from '#shared/review/to-do.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

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
  const unsure = smallReview({ rule: answered('unsure', 'yes', 'no') });
  const text = 'Find out: One';

  it('is settled for now with a name and a day, and open otherwise', () => {
    const target = 'rule.one';
    const points = (review: typeof unsure) => sectionOfKind(review, 'rule')?.openPoints.map((point) => point.target);
    expect(points(unsure)).toContain(target);
    const named = setFindingOut(unsure, target, { id: 'f', text, owner: 'Ada' });
    expect(settledFor(named, target)).toBeNull();
    expect(points(named)).toContain(target);
    const dated = setFindingOut(named, target, { id: 'g', text, due: '2027-01-01' });
    expect(toDosOf(dated)).toHaveLength(1);
    expect(points(dated)).not.toContain(target);
    expect(sectionOfKind(dated, 'rule')?.settled).toMatchObject([
      { target, until: { owner: 'Ada', due: '2027-01-01' } },
    ]);
    const [entry] = toDosOf(dated);
    expect(points(changeToDo(dated, entry?.id ?? '', { status: 'done' }))).toContain(target);
    const cleared = setFindingOut(dated, target, { id: 'h', text, owner: '', due: null });
    expect('toDo' in cleared).toBe(false);
  });

  it('of a risk owes nothing but being found out, and an answer ends it', () => {
    const review = setUnknown(smallReview(), 'ramp', true);
    const open = sectionOfKind(review, 'risks')?.openPoints.find(({ target }) => target === 'risks.ramp');
    expect(open?.text).toBe('Ramp-up: find out what is not known');
    const settled = setFindingOut(review, 'risks.ramp', { id: 'f', text, owner: 'Ada', due: '2027-01-01' });
    expect(sectionOfKind(settled, 'risks')?.settled).toHaveLength(1);
    expect(assessmentOf(changeAssessment(settled, 'ramp', { note: 'Hm' }), 'ramp').unknown).toBe(true);
    expect(assessmentOf(changeAssessment(settled, 'ramp', { impact: 3 }), 'ramp')).not.toHaveProperty('unknown');
    expect(setUnknown(review, 'ramp', false)).toEqual(smallReview());
  });
});
