import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { App, BrowserWindow } from 'electron';
import * as z from 'zod';
import { type Asked, askedFrom } from './command-line.ts';

/**
 * Puts Electron's own files (caches, window state) into a folder beside the reviews and claims it.
 * Electron counts instances per such folder, so a second start on the same data folder comes forward
 * as the first one's window, while another data folder gets a program of its own.
 * Returns false when another instance holds the folder, which is then handed what was asked for; throws when it cannot be made.
 */
export function claimInstance(
  app: Pick<App, 'setPath' | 'requestSingleInstanceLock'>,
  dataFolder: string,
  asked: Asked,
): boolean {
  // Two spellings of one folder (a link, say) are one folder.
  app.setPath('userData', realpathSync(madeFolder(join(dataFolder, 'electron'))));
  return app.requestSingleInstanceLock({ asked });
}

const handed = z.object({ asked: z.object({ files: z.array(z.string()), reviews: z.array(z.string()) }) });

/** What a second start asks to be shown, by what it handed over, else by its arguments. */
export function askedBySecond(args: readonly string[], folder: string, data: unknown): Asked {
  const parsed = handed.safeParse(data);
  return parsed.success ? parsed.data.asked : askedFrom(args, folder);
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
