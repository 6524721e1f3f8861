import { screen, waitFor } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { BeginVote } from '#renderer/pages/stage/begin-vote.tsx';
import { votesBlocks } from '#shared/rounds/record.ts';
import type { Ballot } from '#shared/rounds/rounds.ts';
import { roundSchema } from '#shared/rounds/schema.ts';
import { stageThings } from '#shared/stage/stage-things.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

it.each([
  ['All at once', 'One key for each, in this order'],
  ['Show of hands', 'Yes'],
])('keeps %s in the page until a screen reader has followed the focus into the field', async (way, field) => {
  const review = smallReview({ context: { participants: [{ id: 'ada', name: 'Ada' }] } });
  const thing = stageThings(review, smallTemplate).find(({ id }) => id === 'rule.one') ?? expect.fail('It is asked');
  const { user } = reviewing({ review, template: smallTemplate }, (editor) => (
    <BeginVote editor={editor} thing={thing} last={null} onKeyboard={vi.fn()} onSeen={vi.fn()} />
  ));
  const pressed = screen.getByRole('button', { name: way });
  /** Whether the button was in the page each time the focus moved: how long it stays then depends on the machine. */
  const stayed: boolean[] = [];
  const note = ({ target }: FocusEvent) => {
    if (target !== pressed) stayed.push(document.contains(pressed));
  };
  document.addEventListener('focusin', note);
  onTestFinished(() => document.removeEventListener('focusin', note));
  await user.click(pressed);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: field }));
  expect(stayed[0]).toBe(true);
  await waitFor(() => expect(document.contains(pressed)).toBe(false));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: field }));
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByRole('button', { name: way })).toBeDefined();
});

it('asks those who hold up another card than before whose reason moved them', async () => {
  const people = ['Ada', 'Ben', 'Cleo'].map((name) => ({ id: name.toLowerCase(), name }));
  const review = smallReview({ context: { participants: people } });
  const thing = stageThings(review, smallTemplate).find(({ id }) => id === 'rule.one') ?? expect.fail('It is asked');
  const [judgement] = thing.judgements;
  const ballots = [
    ['Ada', 'yes'],
    ['Ben', 'no'],
    ['Cleo', 'no'],
  ].map(([voter, answer]) => ({
    ...{ voter, answers: [{ judgement: judgement?.id, answer }], reason: `Why ${voter}` },
  }));
  const at = '2026-05-04T10:00:00Z';
  const last = roundSchema.parse({
    ...{ id: 'r', subject: thing.id, way: 'keyboard', present: ['Ada', 'Ben', 'Cleo'], ballots },
    ...{ openedAt: at, revealedAt: at },
  });
  const onSeen = vi.fn();
  const { user } = reviewing({ review, template: smallTemplate }, (editor) => (
    <BeginVote editor={editor} thing={thing} last={last} onKeyboard={vi.fn()} onSeen={onSeen} />
  ));
  await user.click(screen.getByRole('button', { name: 'All at once' }));
  await user.type(screen.getByRole('textbox', { name: 'One key for each, in this order' }), 'nnn');
  expect(screen.queryByRole('combobox', { name: 'Whose reason moved Ben' })).toBeNull();
  const asked = screen.getByRole('combobox', { name: 'Whose reason moved Ada' });
  await user.selectOptions(asked, 'Ben');
  await user.click(screen.getByRole('button', { name: 'Take the votes' }));
  const [seen] = onSeen.mock.calls[0] ?? [];
  expect(seen.ballots.map(({ voter, moved }: Ballot) => [voter, moved])).toEqual([
    ['Ada', 'Ben'],
    ['Ben', ''],
    ['Cleo', ''],
  ]);
  const second = { ...last, ...seen, id: 's' };
  const told = votesBlocks({ review: { ...review, rounds: [last, second] }, template: smallTemplate } as never);
  expect(JSON.stringify(told)).toContain('Moved by the reason of Ben.');
});

it('tells the hands for each answer apart where a thing has several judgements, and says what keys it cannot read', async () => {
  const review = smallReview({ context: { participants: [{ id: 'ada', name: 'Ada' }] } });
  const thing = stageThings(review, smallTemplate).find(({ judgements }) => judgements.length > 1);
  const { user } = reviewing({ review, template: smallTemplate }, (editor) => (
    <BeginVote
      editor={editor}
      thing={thing ?? expect.fail('None has several')}
      last={null}
      onKeyboard={vi.fn()}
      onSeen={vi.fn()}
    />
  ));
  await user.click(screen.getByRole('button', { name: 'Show of hands' }));
  const labels = [...document.querySelectorAll('fieldset label')].map((label) => label.textContent);
  expect(labels.length).toBeGreaterThan(1);
  expect(new Set(labels).size).toBe(labels.length);
  await user.click(screen.getByRole('button', { name: 'Back' }));
  await user.click(screen.getByRole('button', { name: 'All at once' }));
  await user.type(screen.getByRole('textbox', { name: 'One key for each, in this order' }), '?');
  const take = screen.getByRole('button', { name: 'Take the votes' });
  const problem = document.getElementById(take.getAttribute('aria-describedby') ?? '')?.textContent;
  expect(problem).toMatch(/\S/);
});
