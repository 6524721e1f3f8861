import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { App, BrowserWindow } from 'electron';

/**
 * Puts Electron's own files (caches, window state) into a folder beside the reviews and claims it.
 * Electron counts instances per such folder, so a second start on the same data folder comes forward
 * as the first one's window, while another data folder gets a program of its own.
 * Returns false when another instance holds the folder; throws when it cannot be made.
 */
export function claimInstance(app: Pick<App, 'setPath' | 'requestSingleInstanceLock'>, dataFolder: string): boolean {
  // Two spellings of one folder (a link, say) are one folder.
  app.setPath('userData', realpathSync(madeFolder(join(dataFolder, 'electron'))));
  return app.requestSingleInstanceLock();
}

function madeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new Error(
      `The folder “${folder}” cannot be made${code}. Make room for it, or start with --data and another folder.`,
      { cause: error },
    );
  }
}

/** Brings a window to the person's attention. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
