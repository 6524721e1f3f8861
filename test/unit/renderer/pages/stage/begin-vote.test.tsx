import { screen, waitForElementToBeRemoved } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { BeginVote } from '#renderer/pages/stage/begin-vote.tsx';
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
    <BeginVote editor={editor} thing={thing} onKeyboard={vi.fn()} onSeen={vi.fn()} />
  ));
  const pressed = screen.getByRole('button', { name: way });
  await user.click(pressed);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: field }));
  expect(document.contains(pressed)).toBe(true);
  await waitForElementToBeRemoved(pressed);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: field }));
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByRole('button', { name: way })).toBeDefined();
});
