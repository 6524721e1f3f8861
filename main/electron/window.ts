import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Log } from '#main/files/log.ts';
import { APP_ORIGIN } from './app-origin.ts';
import { pagePreferences } from './security.ts';
import { MINIMUM_SIZE, readState, restoreState, type WindowState, writeState } from './window-state.ts';

/** Colour of the empty window until the page has drawn itself; the page's own background. */
const PAPER = { light: '#faf9f7', dark: '#16181b' } as const;

export interface WindowOptions {
  readonly preload: string;
  readonly stateFile: string;
  readonly devTools: boolean;
  readonly log: Log;
  /** Address of the page; null for its beginning. */
  readonly url: string | null;
  /** The window beside which it opens; null where it opens where the last one was. */
  readonly beside: BrowserWindow | null;
}

/** How far one more window lies from the one before it, in pixels. */
const STEP = 32;

/** Opens the workbook's window where it was last, and shows it once there is something to see. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { preload, stateFile, devTools, log, url, beside } = options;
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const state = beside ? nextTo(beside) : restoreState(readState(stateFile), workAreas);
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: 'Groundwork',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: pagePreferences(preload, { devTools }),
  });
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => writeState(stateFile, window, log));
  window.loadURL(url ?? `${APP_ORIGIN}/`).catch((error: unknown) => log.error('The page cannot be loaded', error));
  return window;
}

/** A little beside another window, so that both are seen to be there. */
function nextTo(window: BrowserWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  return { bounds: { x: x + STEP, y: y + STEP, width, height }, maximized: false };
}
