import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { KeepViews } from '#renderer/pages/stage/keep-views.tsx';
import { stageThings } from '#shared/stage/stage-things.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

const VOTERS = ['Ada', 'Ben', 'Cleo'];
const ROUND = {
  ...{ id: 'r', subject: 'rule.one', question: '', way: 'keyboard', present: VOTERS },
  ballots: VOTERS.map((voter) => ({
    voter,
    answers: [{ judgement: 'rule.one', answer: voter === 'Ben' ? 'yes' : 'no' }],
    reason: `${voter} says so`,
  })),
  ...{ openedAt: '2026-05-04T10:00:00Z', revealedAt: '2026-05-04T10:00:00Z' },
};

it('asks each who voted otherwise how they stand to the answer, and puts nothing on record before', async () => {
  const review = smallReview({ rounds: [ROUND], rule: answered('yes') });
  const thing = stageThings(review, smallTemplate).find(({ id }) => id === 'rule.one') ?? expect.fail('It is asked');
  const { user, current } = reviewing({ review, template: smallTemplate }, (editor) => (
    <KeepViews editor={editor} thing={thing} />
  ));
  const kept = () => current().rule.answers.one?.dissent.map(({ name, position }) => [name, position]);
  await user.click(screen.getByRole('button', { name: 'Keep the differing view of Ada and Cleo' }));
  expect(kept()).toEqual([]);
  expect(screen.getByRole('group', { name: 'How does Ada stand to the team’s answer?' })).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Can live with it' }));
  await user.click(screen.getByRole('button', { name: 'Formal objection' }));
  expect(screen.getByRole('group', { name: 'How does Cleo stand to the team’s answer?' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Can live with it' }));
  expect(kept()).toEqual([
    ['Ada', 'formal-objection'],
    ['Cleo', 'can-live-with-it'],
  ]);
  expect(screen.queryByRole('button')).toBeNull();
});
