import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { keepFocus } from '#renderer/base/keep-focus.ts';
import { openVoice } from '#renderer/base/voice.ts';
import { AgendaView } from '#renderer/pages/stage/agenda-view.tsx';
import { FittingList } from '#renderer/pages/stage/fitting-list.tsx';
import { RoomBar } from '#renderer/pages/stage/room-bar.tsx';
import { SilentClock, SilentTime } from '#renderer/pages/stage/silent-clock.tsx';
import { SectionClock } from '#renderer/pages/workshop/section-clock.tsx';
import type { SectionTime } from '#renderer/review/use-clock.ts';
import { planMinutes } from '#shared/agenda/agenda.ts';
import { onTheDesk } from '#test/support/on-the-desk.tsx';
import { reviewing } from '#test/support/reviewing.tsx';
import { expectSaid } from '#test/support/said.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const nothing = () => undefined;

/** Everything that is said from now on. */
function listen(): readonly string[] {
  const heard: string[] = [];
  const observer = new MutationObserver((records) => {
    heard.push(...records.flatMap(({ addedNodes }) => [...addedNodes].map((node) => node.textContent ?? '')));
  });
  observer.observe(openVoice(), { childList: true });
  onTestFinished(() => observer.disconnect());
  return heard;
}

/** A clock that has run for the rule so many seconds. */
function clockAt(seconds: number): SectionTime {
  const rest = { start: nothing, pause: nothing, turnBreak: nothing };
  return { kind: 'rule', isRunning: true, isBreak: false, pending: () => seconds, ...rest };
}

it('says the agenda when it comes up and when the time is nearly up, and not at each minute', async () => {
  const heard = listen();
  const review = planMinutes(smallReview(), 'rule', 10);
  const { user } = reviewing({ review, template: smallTemplate }, function Part(editor) {
    const [seconds, setSeconds] = useState(0);
    return (
      <>
        <button type="button" onClick={() => setSeconds(seconds + 60)}>
          A minute later
        </button>
        <AgendaView editor={editor} clock={clockAt(seconds)} />
      </>
    );
  });
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]).toMatch(/^Agenda.*\. Now: Rule, 10 minutes left\. Next: Path, /);
  for (let minute = 0; minute < 8; minute += 1) await user.click(screen.getByText('A minute later'));
  await expect.poll(() => heard.length).toBe(2);
  expect(heard[1]).toMatch(/Now: Rule, 2 minutes left\./);
});

it('says which lines of a list came when it is turned, and keeps the focus on what turned it', async () => {
  vi.stubGlobal('getComputedStyle', () => ({ lineHeight: '20px', rowGap: '0px' }));
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const box = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  box.mockReturnValue({ height: innerHeight / 2.5, top: 0 } as DOMRect);
  onTestFinished(() => {
    vi.unstubAllGlobals();
    box.mockRestore();
  });
  function Turned() {
    const [turns, setTurns] = useState(0);
    const entries = ['One', 'Two', 'Three', 'No → Yes', 'Five'];
    return <FittingList entries={entries} turns={turns} onTurn={() => setTurns(turns + 1)} />;
  }
  const heard = listen();
  render(<Turned />);
  const button = document.querySelector('button') ?? expect.fail('All of it fits');
  button.focus();
  fireEvent.click(button);
  await expectSaid('Lines 3 to 4 of 5: Three; No then Yes');
  fireEvent.click(button);
  await expectSaid('Line 5 of 5: Five');
  expect(document.activeElement).toBe(button);
  expect(heard).toHaveLength(2);
});

it('says that the silent minutes are set back, and leads to their start', async () => {
  onTestFinished(keepFocus());
  const session = onTheDesk('context', smallReview(), smallTemplate);
  cleanup();
  session.room.show({ timer: { minutes: 10, left: 300, until: null } });
  render(<SilentClock session={session} />);
  await userEvent.click(screen.getByRole('button', { name: 'Set back' }));
  await expectSaid('Set back to 10 minutes.');
  await expect.poll(() => document.activeElement?.textContent).toBe('Start the silent minutes');
});

it('says what the room sees when it is blanked from the desk', async () => {
  const view = { place: null, isBlank: false, isBreak: false, vote: null, timer: null, turns: 0, scrolled: 0 };
  const show = vi.fn();
  const room = { subscribe: () => nothing, view: () => view, hasProjector: () => true, findProjector: nothing, show };
  const { user } = reviewing({ review: smallReview(), template: smallTemplate }, (editor) => (
    <RoomBar editor={editor} session={{ room } as never} />
  ));
  await user.click(screen.getByRole('button', { name: 'Blank it' }));
  expect(show).toHaveBeenCalledWith({ isBlank: true });
  await expectSaid('The room sees a blank screen.');
});

it('shows each second of the silent minutes and of the clock of a section', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  render(<SilentTime timer={{ minutes: 10, left: 600, until: Date.now() + 600_000 }} />);
  act(() => vi.advanceTimersByTime(5_000));
  expect(screen.getByText('9:55 of silence left')).toBeDefined();
  cleanup();
  const from = performance.now();
  const clock = { ...clockAt(0), pending: () => Math.floor((performance.now() - from) / 1_000) };
  const review = planMinutes(smallReview(), 'rule', 10);
  reviewing({ review, template: smallTemplate }, (editor) => (
    <SectionClock editor={editor} kind="rule" clock={clock} />
  ));
  act(() => vi.advanceTimersByTime(5_000));
  expect(screen.getByText('0:05 of 10 min')).toBeDefined();
});
