import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAppWindow } from './app-window.ts';
import { findBrowser } from './find-browser.ts';
import { type LaunchFile, writeLaunchFile } from './launch-file.ts';
import { linkCommand, openWithSystem } from './open-with-system.ts';
import type { RunningServer } from './server.ts';

/** Where the workbook is being shown. */
export interface Shown {
  /** Settles when the person has closed the workbook's window; never when we cannot know. */
  readonly closed: Promise<void>;
  /** Shows the workbook once more, in a window of its own, to the browser that is in. */
  again(): Promise<void>;
  /** Closes the window, if it is ours; bounded. */
  close(): Promise<void>;
}

export interface ShowOptions {
  readonly server: RunningServer;
  readonly dataFolder: string;
  /** Whether to open anything. */
  readonly open: boolean;
  readonly print: (line: string) => void;
}

/** Milliseconds for a browser to come in through the launch address after its first process has ended. */
const ENTRY_TIME = 3_000;
/** Milliseconds that a closing window is waited for. */
const CLOSE_TIME = 3_000;

/** Shows the workbook as well as this machine can: app window, default browser, or an address to copy. */
export async function showWorkbook(options: ShowOptions): Promise<Shown> {
  const { open, print, server } = options;
  if (!open || !hasDisplay())
    return printAddress(options, 'Open this address in a browser on this computer; it works once:');
  const launch = await writeLaunchFile(server.launchUrl);
  const browser = findBrowser();
  if (!browser && process.env.GROUNDWORK_BROWSER) {
    print(`GROUNDWORK_BROWSER is no program: ${process.env.GROUNDWORK_BROWSER}`);
  }
  const shown = browser ? showInWindow(browser, launch, options) : await showInDefaultBrowser(launch, options);
  return {
    ...shown,
    async close() {
      await shown.close();
      await launch.remove();
    },
  };
}

function showInWindow(browser: string, launch: LaunchFile, options: ShowOptions): Shown {
  const { server, dataFolder, print } = options;
  const where = {
    profileFolder: path.join(dataFolder, 'browser-profile'),
    port: Number(new URL(server.origin).port),
  };
  const window = openAppWindow(browser, { url: launch.url, ...where });
  print(`Groundwork is open in a window of ${path.basename(browser)}. To stop, close it or press Ctrl+C here.`);
  const closed = window.ended.then(async () => {
    if (server.entered()) return;
    // Either a window that was left over takes the address and comes in, or this browser does not work.
    await until(server.entered, ENTRY_TIME);
    if (!server.entered()) await showInDefaultBrowser(launch, options);
    return never;
  });
  return {
    closed,
    // The browser that has the profile opens it, and the program that was started for it ends.
    again: async () => void openAppWindow(browser, { url: `${server.origin}/`, ...where }),
    async close() {
      window.close();
      await Promise.race([window.ended, sleep(CLOSE_TIME)]);
    },
  };
}

async function showInDefaultBrowser(launch: LaunchFile, options: ShowOptions): Promise<Shown> {
  try {
    await openWithSystem(linkCommand(launch.url));
    return {
      ...printAddress(
        options,
        'Groundwork opens in your browser. If nothing appears, open this address; it works once:',
      ),
      again: () => openWithSystem(linkCommand(`${options.server.origin}/`)),
    };
  } catch {
    return printAddress(options, 'No browser could be opened. Open this address yourself; it works once:');
  }
}

function printAddress({ server, print }: ShowOptions, words: string): Shown {
  print(`${words}\n  ${server.launchUrl}\nTo stop, press Ctrl+C here.`);
  return {
    closed: never,
    // Where the person opened it is not known; the page there looks when it comes to the front.
    again: async () => print('A file waits to be shown. Go to the window of Groundwork.'),
    close: async () => undefined,
  };
}

const never = new Promise<never>(() => undefined);

async function until(condition: () => boolean, time: number): Promise<void> {
  const end = Date.now() + time;
  while (!condition() && Date.now() < end) await sleep(50);
}

function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
