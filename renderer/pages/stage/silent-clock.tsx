import { Pause, Play, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import {
  pauseTimer,
  SILENT_MINUTES,
  type SilentTimer,
  secondsLeft,
  silentTimer,
  startTimer,
} from '#renderer/review/silent-timer.ts';
import { useRoomView } from '#renderer/review/use-room.ts';
import { clockText } from '#shared/agenda/agenda.ts';
import { minutesText } from '#shared/agenda/agenda-now.ts';
import '#renderer/components/tone.css';
import './stage.css';
import './vote.css';

const LIMITS = { min: 1, max: 60 };

/** The silent minutes of a premortem, for whoever leads: the room sees them pass, and their end is said once, to nobody's harm. */
export function SilentClock({ session }: { readonly session: ReviewSession }) {
  const timer = useRoomView(session).timer ?? silentTimer(SILENT_MINUTES);
  const left = useSecondsLeft(timer);
  const isRunning = timer.until !== null && left > 0;
  const isFresh = timer.until === null && left === timer.minutes * 60;
  const ran = useRef(isRunning);
  useEffect(() => {
    if (ran.current && left === 0) say(endWords(timer));
    ran.current = isRunning;
  }, [isRunning, left, timer]);
  const set = (changed: SilentTimer) => session.room.show({ timer: changed });
  const turn = () => {
    set(isRunning ? pauseTimer(timer, Date.now()) : startTimer(timer, Date.now()));
    say(isRunning ? 'The silent minutes are paused.' : `${minutesText(timer.minutes)} of silence.`);
  };
  const setBack = () => {
    set(silentTimer(timer.minutes));
    say(`Set back to ${minutesText(timer.minutes)}.`);
  };
  return (
    <div className="silent-clock">
      <SilentTime timer={timer} />
      <div className="silent-clock__controls vote__keyboard row">
        {left > 0 && (
          <Button icon={isRunning ? Pause : Play} onPress={turn}>
            {isRunning ? 'Pause' : isFresh ? 'Start the silent minutes' : 'Go on'}
          </Button>
        )}
        {!isFresh && (
          <Button icon={RotateCcw} onPress={setBack}>
            Set back
          </Button>
        )}
        {isFresh && (
          <NumberField
            label="Silent minutes"
            value={timer.minutes}
            limits={LIMITS}
            onChange={(minutes) => set(silentTimer(Math.round(minutes ?? SILENT_MINUTES)))}
          />
        )}
      </div>
    </div>
  );
}

/** What is left of the silent minutes, as the room sees it. */
export function SilentTime({ timer }: { readonly timer: SilentTimer }) {
  const left = useSecondsLeft(timer);
  const isOver = left === 0;
  return (
    <p className={`silent-clock__time ${isOver ? 'stage-page__result tone--open' : ''}`}>
      {isOver ? endWords(timer) : `${clockText(left)} of silence${timer.until === null ? '' : ' left'}`}
    </p>
  );
}

function endWords({ minutes }: SilentTimer): string {
  return `The ${minutesText(minutes)} ${minutes === 1 ? 'is' : 'are'} over. Finish your sentence.`;
}

/** Seconds left, drawn anew each second while it runs. */
function useSecondsLeft(timer: SilentTimer): number {
  const [tick, draw] = useState(0);
  const left = leftAt(timer, tick);
  const isRunning = timer.until !== null && left > 0;
  useEffect(() => {
    if (!isRunning) return;
    const ticking = setInterval(() => draw((count) => count + 1), 1_000);
    return () => clearInterval(ticking);
  }, [isRunning]);
  return left;
}

/** Asked anew at each tick: what a component is made of is kept until something that it is given changes, and the time is not given. */
function leftAt(timer: SilentTimer, _tick: number): number {
  return secondsLeft(timer, Date.now());
}
