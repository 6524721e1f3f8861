/** Silent minutes that everybody in the room sees pass. Windows of one computer share its clock, so no seconds are passed on. */
export interface SilentTimer {
  /** How long it is set to. */
  readonly minutes: number;
  /** Seconds that were left when it was paused, or before it was started. */
  readonly left: number;
  /** When it ends, in ms since 1970, while it runs; null while it does not. */
  readonly until: number | null;
}

/** What a premortem usually takes. */
export const SILENT_MINUTES = 10;

/** A timer that waits to be started. */
export function silentTimer(minutes: number): SilentTimer {
  return { minutes, left: minutes * 60, until: null };
}

/** @param now in ms since 1970 */
export function startTimer(timer: SilentTimer, now: number): SilentTimer {
  return { ...timer, until: now + timer.left * 1000 };
}

/** @param now in ms since 1970 */
export function pauseTimer(timer: SilentTimer, now: number): SilentTimer {
  return { ...timer, left: secondsLeft(timer, now), until: null };
}

/** Whole seconds that are left; one that has begun counts. @param now in ms since 1970 */
export function secondsLeft({ left, until }: SilentTimer, now: number): number {
  return until === null ? left : Math.max(0, Math.ceil((until - now) / 1000));
}
