import { type ChildProcess, spawn } from 'node:child_process';
import { LOOPBACK_HOST } from './access.ts';

/** A browser window that shows only the workbook, with a browser profile of its own. */
export interface AppWindow {
  /** Settles when the browser has ended, or could not be started. */
  readonly ended: Promise<void>;
  /** Asks the browser to close its window as if the person had done it. */
  close(): void;
}

/**
 * Opens an address as an app window. The profile folder belongs to us alone: an extension of the
 * person's own profile could read the reviews, and the browser's end tells us that the window is gone.
 */
export function openAppWindow(browser: string, url: string, profileFolder: string): AppWindow {
  const child = spawn(browser, [...browserArguments(profileFolder), `--app=${url}`], {
    stdio: 'ignore',
    // Ctrl+C in the terminal must not reach the browser before the host has taken the last save.
    detached: true,
  });
  return {
    ended: new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    }),
    close: () => askToClose(child),
  };
}

/**
 * How the browser is started. A browser asks its maker for updates, accounts and models of its own accord, whatever
 * other switches say; so no name and no address but ours leads anywhere, and it cannot reach another computer.
 */
export function browserArguments(profileFolder: string): readonly string[] {
  const options = [
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    `--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE ${LOOPBACK_HOST}`,
    // What would only be tried in vain.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=Translate',
    // Without these the first start asks for a password to a keyring that is never used.
    '--password-store=basic',
    '--use-mock-keychain',
  ];
  // Chromium's sandbox refuses to run as root.
  return process.platform === 'linux' && process.geteuid?.() === 0 ? [...options, '--no-sandbox'] : options;
}

function askToClose(child: ChildProcess): void {
  // On Windows a signal would end the browser in the middle of things; there the window stays and says it lost us.
  if (process.platform !== 'win32') child.kill('SIGTERM');
}
