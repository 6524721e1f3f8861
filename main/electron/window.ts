import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Log } from '#main/files/log.ts';
import { APP_ORIGIN } from './app-origin.ts';
import { pagePreferences } from './security.ts';
import { MINIMUM_SIZE, readState, restoreState, writeState } from './window-state.ts';

/** Colour of the empty window until the page has drawn itself; the page's own background. */
const PAPER = { light: '#faf9f7', dark: '#16181b' } as const;

export interface WindowOptions {
  readonly preload: string;
  readonly stateFile: string;
  readonly devTools: boolean;
  readonly log: Log;
}

/** Opens the workbook's window where it was last, and shows it once there is something to see. */
export function openWindow({ preload, stateFile, devTools, log }: WindowOptions): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const state = restoreState(readState(stateFile), workAreas);
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
  window.loadURL(`${APP_ORIGIN}/`).catch((error: unknown) => log.error('The page cannot be loaded', error));
  return window;
}
