import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeskRoute } from '#renderer/base/routes.ts';
import { WhereWeWere } from '#renderer/pages/review/where-we-were.tsx';
import { addTime, BREAKS } from '#shared/agenda/agenda.ts';
import { onTheDesk } from '#test/support/on-the-desk.tsx';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const paused = addTime(addTime(smallReview(), { on: 'risks', seconds: 60 }), { on: BREAKS, seconds: 60 });
const offer = () => screen.queryByRole('region', { name: 'Where you were' });
const OTHER = { page: 'section', review: '', section: 'rule', target: null } as DeskRoute;

/** The same review once more, as after the stage: everything on the desk is drawn anew. */
function comeBack(session: ReturnType<typeof onTheDesk>, route: DeskRoute = OTHER, isClockRunning = false) {
  cleanup();
  render(<WhereWeWere session={session} route={route} isClockRunning={isClockRunning} />);
}

describe('where we were', () => {
  afterEach(cleanup);

  it.each(['context', 'left', 'agenda', 'rule'] as const)(
    'is offered on the page %s, until somebody goes there',
    (page) => {
      const session = onTheDesk(page, paused, smallTemplate);
      expect(offer()?.textContent).toContain('You were at “Risks” last.');
      const way = screen.getByRole('link', { name: 'Go on there' });
      expect(way.getAttribute('href')).toBe(`#/review/${session.id}/risks`);
      comeBack(session);
      expect(offer()).not.toBeNull();
      comeBack(session, { ...OTHER, section: 'risks' } as DeskRoute);
      expect(offer()).toBeNull();
      comeBack(session);
      expect(offer()).toBeNull();
    },
  );

  it('goes when it is sent away, or when the clock runs', async () => {
    const session = onTheDesk('rule', paused, smallTemplate);
    await userEvent.click(screen.getByRole('button', { name: 'Send it away' }));
    expect(offer()).toBeNull();
    expect(document.activeElement).toBe(document.querySelector('main h2'));
    comeBack(session);
    expect(offer()).toBeNull();
    cleanup();
    const other = onTheDesk('rule', paused, smallTemplate);
    comeBack(other, OTHER, true);
    comeBack(other);
    expect(offer()).toBeNull();
  });

  it('is nothing where no clock ran, or where it ran last', () => {
    onTheDesk('rule', smallReview(), smallTemplate);
    expect(offer()).toBeNull();
    cleanup();
    onTheDesk('risks', paused, smallTemplate);
    expect(offer()).toBeNull();
  });
});
