import type { BrowserWindow } from 'electron';
import { bringForward } from './single-instance.ts';

/** The windows that people work in, beside which there may be one for the room. */
export interface Windows {
  readonly all: () => readonly BrowserWindow[];
  /** The one in front last; null while there is none. */
  readonly current: () => BrowserWindow | null;
  /** Brings the one in front last forward; opens one where there is none. */
  readonly show: () => void;
  /** Opens one more, at an address of the page. */
  readonly open: (url: string) => void;
}

/**
 * Keeps the windows of the program.
 * @param make opens a window, at an address of the page or at its beginning
 * @param allClosed told when the last one has closed
 */
export function keepWindows(make: (url: string | null) => BrowserWindow, allClosed: () => void): Windows {
  /** The one in front last stands at the end. */
  let windows: readonly BrowserWindow[] = [];
  const open = (url: string | null) => {
    const made = make(url);
    windows = [...windows, made];
    made.on('focus', () => {
      windows = [...windows.filter((window) => window !== made), made];
    });
    made.on('closed', () => {
      windows = windows.filter((window) => window !== made);
      if (windows.length === 0) allClosed();
    });
  };
  const current = () => windows.at(-1) ?? null;
  return {
    all: () => windows,
    current,
    show: () => {
      const front = current();
      if (front) bringForward(front);
      else open(null);
    },
    open,
  };
}
