import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { say } from '#renderer/base/voice.ts';
import { BREAKS, type TimedPart } from '#shared/agenda/agenda.ts';
import type { SectionKind } from '#shared/template/template.ts';
import type { ReviewEditor } from './editor.ts';

/** The clock of a workshop: while it runs, the time goes to the section that is on the screen, or to a break. */
export interface SectionTime {
  /** What it runs for; null where there is no section on the screen. */
  readonly kind: TimedPart | null;
  readonly isRunning: boolean;
  readonly isBreak: boolean;
  readonly start: () => void;
  readonly pause: () => void;
  /** Begins a break, or ends it; the clock then runs for the section again if it did before. */
  readonly turnBreak: () => void;
  /** Whole seconds since they were last noted in the review. */
  readonly pending: () => number;
}

/** Seconds after which the time is noted, so that an end without warning costs little of it. */
const NOTE_AFTER = 30;

/** Runs until it is paused; what is noted of it is no step of undo. */
export function useClock(editor: ReviewEditor, section: SectionKind | null): SectionTime {
  const [isRunning, setRunning] = useState(false);
  /** Whether the clock ran before the break; null while there is none. */
  const [ranBefore, setRanBefore] = useState<boolean | null>(null);
  const isBreak = ranBefore !== null;
  const kind = isBreak ? BREAKS : section;
  const since = useRef(0);
  const pending = useCallback(
    () => (since.current === 0 ? 0 : Math.floor((performance.now() - since.current) / 1000)),
    [],
  );

  const note = useEffectEvent((on: TimedPart) => {
    const seconds = pending();
    if (seconds < 1 || editor.now().isSealed) return;
    since.current += seconds * 1000;
    editor.noteTime({ on, seconds });
  });
  useEffect(() => {
    if (!isRunning || kind === null) return;
    since.current = performance.now();
    const timer = setInterval(() => note(kind), NOTE_AFTER * 1000);
    const leave = () => note(kind);
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', leave);
      note(kind);
      since.current = 0;
    };
  }, [isRunning, kind]);
  return useMemo(() => {
    // The button says the other thing then, which no screen reader tells of what has the focus already.
    const turn = (isOn: boolean) => {
      setRunning(isOn);
      say(isOn ? 'The clock is running.' : 'The clock is paused.');
    };
    const turnBreak = () => {
      setRanBefore(isBreak ? null : isRunning);
      setRunning(isBreak ? ranBefore : true);
      say(isBreak ? 'The break is over.' : 'A break has begun.');
    };
    return { kind, isRunning, isBreak, start: () => turn(true), pause: () => turn(false), turnBreak, pending };
  }, [kind, isRunning, isBreak, ranBefore, pending]);
}

/**
 * The seconds of a running clock that are not noted yet, drawn anew each second; 0 without a clock.
 * @param noted what is noted of the time: whenever it is another, less is left to note
 */
export function useSeconds(clock: SectionTime | null, noted: unknown): number {
  const [tick, draw] = useState(0);
  const isRunning = clock?.isRunning === true;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => draw((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return isRunning ? pendingAt(clock, tick, noted) : 0;
}

/** Asked anew at each tick and whenever some was noted: what a component is made of is kept until something that it is given changes, and the time is not given. */
function pendingAt({ pending }: SectionTime, _tick: number, _noted: unknown): number {
  return pending();
}
