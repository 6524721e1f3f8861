import type { App, BrowserWindow } from 'electron';
import type { Log } from '#main/files/log.ts';

/**
 * How long after "quit" the closing of the window still counts as part of it, in milliseconds. A page
 * that could not save stays open; closing it much later is not what was asked for then.
 */
const QUIT_LASTS = 120_000;

type QuittingApp = Pick<App, 'on' | 'quit' | 'exit'>;

export interface Quitting {
  /** Whether the person has asked to quit, and the page may only be saving first. */
  wanted(): boolean;
  /** Follows a window, whose page may put off the closing until its last edit is on disk. */
  follow(window: BrowserWindow): void;
}

/**
 * Leaving the program. The page cancels its unloading while something is unsaved, saves, and closes the
 * window itself; Electron takes the cancelling as the end of the quit, so the wish is remembered here.
 */
export function watchQuitting(app: QuittingApp, platform: NodeJS.Platform): Quitting {
  let quitting = false;
  let forget: NodeJS.Timeout | undefined;
  app.on('before-quit', () => {
    clearTimeout(forget);
    quitting = true;
  });
  app.on('window-all-closed', () => {
    if (quitting || platform !== 'darwin') app.quit();
  });
  return {
    wanted: () => quitting,
    follow(window) {
      // Electron gave up quitting at the first page that saved before it went; the other windows still wait for it.
      window.on('closed', () => {
        if (quitting) app.quit();
      });
      // Not prevented: that would throw away what the page is about to save.
      window.webContents.on('will-prevent-unload', () => {
        clearTimeout(forget);
        forget = setTimeout(() => {
          quitting = false;
        }, QUIT_LASTS);
      });
    },
  };
}

/**
 * Windows ends programs without closing their windows when somebody signs out. It asks first, which is when the page is
 * told to save what it holds; when it then ends the session, there is time for what is under way and for nothing else.
 */
export function saveAtSessionEnd(window: BrowserWindow, save: () => void, close: () => Promise<void>): void {
  window.on('query-session-end', save);
  window.on('session-end', () => void close());
}

/** Holds the end of the program back until every save is on disk and the data folder is free again. */
export function closeBeforeExit(app: QuittingApp, log: Log, close: () => Promise<void>): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    close().then(
      () => app.exit(0),
      (error: unknown) => {
        log.error('The workbook did not close cleanly', error);
        app.exit(1);
      },
    );
  });
}
