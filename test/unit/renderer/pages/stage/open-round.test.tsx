import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { HostContext } from '#renderer/host/host.tsx';
import { VotePage } from '#renderer/pages/stage/vote-page.tsx';
import { ReviewSession } from '#renderer/review/review-session.ts';
import type { WindowMessage } from '#renderer/review/review-windows.ts';
import type { Client } from '#shared/contract/contract.ts';
import { editAnswer } from '#shared/kinds/rule/edit.ts';
import { hashOf, memoryHost } from '#test/support/memory-host.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';
import { windowHub } from '#test/support/window-hub.ts';

const SECRET = 'Quagga';

/** A host that takes ballots and, as the real one, says nothing of them. */
function sealing(): Client {
  const round = {
    ...{ id: '0f8fad5b-d9cb-469f-a165-70867728950f', subject: 'rule.one', question: '', isRevealed: false },
    ...{ openedAt: '2026-05-04T10:00:00Z', present: ['Ada', 'Ben'] },
  };
  return {
    ...memoryHost().client,
    'round.now': async () => ({ kind: 'now', round: { ...round, voted: [] } }),
    'round.vote': async () => ({ kind: 'round', round: { ...round, voted: ['Ada'] } }),
  };
}

afterEach(cleanup);

it('no step of undo, draft or message to another window holds a ballot of an open round', async () => {
  const document = smallReview();
  const hub = windowHub();
  const windows = hub.join();
  const said: WindowMessage[] = [];
  hub.join().onMessage((message) => said.push(message));
  const client = sealing();
  const stored = { document, template: smallTemplate, revision: 1, savedAt: '2026-03-02T09:00:00Z' };
  const session = new ReviewSession({ kind: 'opened', ...stored, contentSha256: hashOf(document) }, client, windows);
  session.update((review) => editAnswer(review, 'two', { rationale: 'Typed before the vote' }));
  const route = { page: 'vote', review: session.id, thing: 'rule.one' } as const;
  render(
    <HostContext value={{ client, info: { paper: 'a4' } } as never}>
      <VotePage session={session} route={route} onAdd={() => undefined} />
    </HostContext>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Ada votes' }));
  await user.click(screen.getByRole('button', { name: 'I am Ada' }));
  await user.click(screen.getByRole('radio', { name: 'No' }));
  await user.type(screen.getByRole('textbox', { name: 'Why' }), SECRET);
  const told = () =>
    JSON.stringify([session.document, said, Object.entries(localStorage), Object.entries(sessionStorage)]);
  // While it is written, and once it lies sealed.
  expect(told()).not.toContain(SECRET);
  await user.click(screen.getByRole('button', { name: 'Seal my vote' }));
  await user.click(await screen.findByRole('button', { name: 'Next person' }));
  session.update((review) => editAnswer(review, 'two', { rationale: 'Typed during the vote' }));
  expect(told()).not.toContain(SECRET);
  expect(window.document.body.innerHTML).not.toContain(SECRET);

  let steps = 0;
  for (let step = await session.undo(); step; step = await session.undo()) {
    steps += 1;
    expect(JSON.stringify(step)).not.toContain(SECRET);
    expect(told()).not.toContain(SECRET);
  }
  // Those before and during the vote, and none of the ballot.
  expect(steps).toBe(2);
  for (let step = await session.redo(); step; step = await session.redo()) expect(told()).not.toContain(SECRET);
  // The look is not blind.
  expect(told()).toContain('Typed during the vote');
});
