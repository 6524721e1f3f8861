import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { focusNextOwed } from '#renderer/base/focus-anchor.ts';
import { QuestionCard } from '#renderer/pages/sections/rule/question-card.tsx';
import { editAnswer } from '#shared/kinds/rule/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import { sectionOf } from '#shared/template/template.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const question = sectionOf(smallTemplate, 'rule')?.questions[0] ?? expect.fail('There is no question');
const answered = (answer: 'yes' | 'no') => editAnswer(smallReview(), question.id, { answer, rationale: 'So it is.' });
const statements = () => screen.queryAllByRole('textbox', { name: /^Statement/ });
const show = (answer: 'yes' | 'no') =>
  reviewing({ review: answered(answer), template: smallTemplate }, (editor) => (
    <QuestionCard editor={editor} question={question} place="Question 1 of 3" />
  ));

it('a yes has an empty statement ready, which becomes evidence while it is written and goes back with undo', async () => {
  const { user, session, current } = show('yes');
  const evidence = () => current().rule.answers[question.id]?.evidence;
  const [ready] = statements();
  expect(statements()).toHaveLength(1);
  expect(current()).toEqual(answered('yes'));
  screen.getByRole('textbox', { name: /^Why this answer/ }).focus();
  expect(focusNextOwed((id) => id === anchor('rule', question.id))).toBe(true);
  expect(document.activeElement).toBe(ready);
  await user.keyboard('Two reports');
  // The same field: whoever types is not thrown out by the first letter.
  expect(document.activeElement).toBe(ready);
  await user.tab();
  expect(evidence()).toMatchObject([{ kind: 'text', text: 'Two reports' }]);
  expect(screen.getByRole('button', { name: /^Remove Two reports/ })).toBeTruthy();
  session.undo();
  expect(current()).toEqual(answered('yes'));
});

it('what is added instead takes its place, and a no has none ready', async () => {
  const { user, current, unmount } = show('yes');
  await user.click(screen.getByRole('button', { name: /^Add figure/ }));
  expect(statements()).toHaveLength(0);
  expect(current().rule.answers[question.id]?.evidence).toMatchObject([{ kind: 'figure' }]);
  unmount();
  show('no');
  expect(statements()).toHaveLength(0);
});
