import { describe, expect, it } from 'vitest';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import { questionAnswer } from '#shared/kinds/questions/answers.ts';
import {
  changeImprovement,
  editQuestion,
  improvementsOf,
  newImprovement,
  setChoice,
  setImprovements,
  setNoneOfThese,
  takeImprovement,
} from '#shared/kinds/questions/edit.ts';
import { questionRisk } from '#shared/kinds/questions/questions.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { questionsOfTemplate } from '#test/support/question-template.ts';
import { smallReview } from '#test/support/small-review.ts';

const START = smallReview();
const [backup, alerts] = questionsOfTemplate;
if (!backup || !alerts) throw new Error('The template has two questions');

const choice = (id: string) => {
  const found = backup.choices.find((entry) => entry.id === id);
  if (!found) throw new Error(`There is no choice ${id}`);
  return found;
};
const take = (document: ReviewDocument, id: string, isTaken = true) => setChoice(document, backup, choice(id), isTaken);
const answer = (document: ReviewDocument) => questionAnswer(document, 'backup');

describe('choices', () => {
  it('are kept in the order of the template, whatever the order of ticking', () => {
    const both = take(take(START, 'tested'), 'auto');
    expect(answer(both)).toMatchObject({ choices: ['auto', 'tested'], answered: true });
    expect(questionRisk(backup, answer(both))).toBe('none');
    expect(questionRisk(backup, answer(take(both, 'tested', false)))).toBe('medium');
  });

  it('leave the question unanswered, and the content as it was, when the last one is taken back', () => {
    const back = take(take(START, 'auto'), 'auto', false);
    expect(signedContent(back)).toBe(signedContent(START));
  });

  it('exclude “none of these” both ways', () => {
    const none = take(take(START, 'auto'), 'neither');
    expect(answer(none).choices).toEqual(['neither']);
    expect(answer(take(none, 'elsewhere')).choices).toEqual(['elsewhere']);
  });

  it('of an earlier version of the template stay', () => {
    const older = editQuestion(START, 'backup', { choices: ['gone', 'auto'], answered: true });
    expect(answer(take(older, 'elsewhere')).choices).toEqual(['auto', 'elsewhere', 'gone']);
  });

  it('go when none of these is said, and the reason stays', () => {
    const noted = editQuestion(take(START, 'auto'), 'backup', { reason: 'Since May.' });
    const none = setNoneOfThese(noted, 'backup', true);
    expect(answer(none)).toEqual({ choices: [], answered: true, notApplicable: false, reason: 'Since May.' });
    expect(questionRisk(backup, answer(none))).toBe('high');
    expect(answer(setNoneOfThese(none, 'backup', false)).answered).toBe(false);
  });
});

describe('actions', () => {
  it('are taken from a choice once, with its advice or else its name', () => {
    const once = takeImprovement(START, 'backup', choice('auto'), 'a');
    const twice = takeImprovement(once, 'backup', choice('auto'), 'b');
    expect(twice).toBe(once);
    const more = takeImprovement(once, 'backup', choice('tested'), 'b');
    expect(improvementsOf(more, 'backup').map(({ choice: from, text }) => [from, text])).toEqual([
      ['auto', 'Schedule it'],
      ['tested', 'Restoring is tried'],
    ]);
  });

  it('of one question are changed without those of another', () => {
    const other = setImprovements(START, 'alerts', [newImprovement('x', 'alerts')]);
    const both = takeImprovement(other, 'backup', choice('auto'), 'a');
    const changed = changeImprovement(both, 'a', { owner: 'Ada', status: 'done' });
    expect(improvementsOf(changed, 'backup')[0]).toMatchObject({ owner: 'Ada', status: 'done' });
    expect(improvementsOf(setImprovements(changed, 'backup', []), 'alerts')).toHaveLength(1);
    expect(setImprovements(setImprovements(changed, 'backup', []), 'alerts', [])).toEqual(START);
  });

  it('never become more than a list can hold', () => {
    const many = Array.from({ length: LIST_LIMIT }, (_, index) => newImprovement(`i${index}`, 'alerts'));
    const full = setImprovements(START, 'alerts', many);
    expect(takeImprovement(full, 'backup', choice('auto'), 'a')).toBe(full);
    expect(partOf(full, 'questions').actions).toHaveLength(LIST_LIMIT);
  });
});
