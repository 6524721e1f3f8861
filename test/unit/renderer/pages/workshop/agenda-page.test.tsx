import { screen } from '@testing-library/react';
import { expect, it, onTestFinished } from 'vitest';
import { keepFocus } from '#renderer/base/keep-focus.ts';
import { HostContext } from '#renderer/host/host.tsx';
import { AgendaPage } from '#renderer/pages/workshop/agenda-page.tsx';
import type { SectionTime } from '#renderer/review/use-clock.ts';
import { addTime } from '#shared/agenda/agenda.ts';
import { addSitting, reviewSittings } from '#shared/agenda/cut.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { expectSaid } from '#test/support/said.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const nothing = () => undefined;
const CLOCK: SectionTime = {
  ...{ kind: null, isRunning: false, isBreak: false },
  ...{ start: nothing, pause: nothing, turnBreak: nothing, pending: () => 0 },
};
const sittings = (review: ReviewDocument) => reviewSittings(review, smallTemplate);

function shown(review: ReviewDocument) {
  onTestFinished(keepFocus());
  return reviewing({ review, template: smallTemplate }, (editor) => (
    <HostContext value={{ client: {}, info: { paper: 'a4' } } as never}>
      <AgendaPage editor={editor} clock={CLOCK} heading={{ current: null }} />
    </HostContext>
  ));
}

it('leads from a sitting that is held with the one before to where it began', async () => {
  const review = addSitting(smallReview(), smallTemplate);
  const [first] = sittings(review)[1] ?? [];
  const { user, current } = shown(review);
  await user.click(screen.getByRole('button', { name: 'Hold sittings 1 and 2 as one' }));
  expect(sittings(current())).toHaveLength(sittings(review).length - 1);
  expect(document.activeElement).toBe(screen.getByRole('link', { name: first?.entry.title ?? 'None' }));
  await expectSaid('Sittings 1 and 2 are one.');
});

it('says how many sittings there are once they are others, and leads on from a button that goes', async () => {
  const { user, current } = shown(smallReview());
  const add = screen.getByRole('button', { name: /^(Part it into two sittings|One sitting more)$/ });
  await user.click(add);
  expect(document.activeElement).toBe(add);
  await expectSaid(`There are ${sittings(current()).length} sittings.`);
  await user.click(screen.getByRole('button', { name: 'Part it evenly again' }));
  const { length } = sittings(current());
  await expectSaid(length === 1 ? 'All is held as one sitting.' : `There are ${length} sittings.`);
  await expect.poll(() => document.activeElement).toBe(add);
});

it('says that the used time is zero', async () => {
  const { user } = shown(addTime(smallReview(), { on: 'rule', seconds: 90 }));
  await user.click(screen.getByRole('button', { name: 'Set the used time to zero' }));
  await expectSaid('The used time is zero.');
  await expect.poll(() => document.activeElement?.tagName).toBe('BUTTON');
});
