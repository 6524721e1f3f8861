import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { say } from '#renderer/base/voice.ts';
import type { SectionKind } from '#shared/template/template.ts';
import type { ReviewEditor } from './editor.ts';

/** The clock of a workshop: while it runs, the time goes to the section that is on the screen. */
export interface SectionTime {
  /** The section that it runs for; null where there is none on the screen. */
  readonly kind: SectionKind | null;
  readonly isRunning: boolean;
  readonly start: () => void;
  readonly pause: () => void;
  /** Whole seconds since they were last noted in the review. */
  readonly pending: () => number;
}

/** Seconds after which the time is noted, so that an end without warning costs little of it. */
const NOTE_AFTER = 30;

/** Runs until it is paused; what is noted of it is no step of undo. */
export function useClock(editor: ReviewEditor, kind: SectionKind | null): SectionTime {
  const [isRunning, setRunning] = useState(false);
  const since = useRef(0);
  const pending = useCallback(
    () => (since.current === 0 ? 0 : Math.floor((performance.now() - since.current) / 1000)),
    [],
  );

  const note = useEffectEvent((section: SectionKind) => {
    const seconds = pending();
    if (seconds < 1 || editor.now().isSealed) return;
    since.current += seconds * 1000;
    editor.noteTime({ on: section, seconds });
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
    return { kind, isRunning, start: () => turn(true), pause: () => turn(false), pending };
  }, [kind, isRunning, pending]);
}

/** The seconds of a running clock that are not noted yet, drawn anew each second; 0 without a clock. */
export function useSeconds(clock: SectionTime | null): number {
  const [, draw] = useState(0);
  const isRunning = clock?.isRunning === true;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => draw((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return isRunning ? clock.pending() : 0;
}
