import { type ChildProcess, spawn } from 'node:child_process';
import { LOOPBACK_HOST } from './access.ts';

/** Where nobody listens: a port that only the system may open, and no system of today does. */
export const NOBODY = `${LOOPBACK_HOST}:1`;

/** A browser window that shows only the workbook, with a browser profile of its own. */
export interface AppWindow {
  /** Settles when the browser has ended, or could not be started. */
  readonly ended: Promise<void>;
  /** Asks the browser to close its window as if the person had done it. */
  close(): void;
}

export interface AppWindowOptions {
  readonly url: string;
  readonly profileFolder: string;
  /** Of the host: all that the window may reach. */
  readonly port: number;
}

/**
 * Opens an address as an app window. The profile folder belongs to us alone: an extension of the
 * person's own profile could read the reviews, and the browser's end tells us that the window is gone.
 */
export function openAppWindow(browser: string, { url, profileFolder, port }: AppWindowOptions): AppWindow {
  const child = spawn(browser, [...browserArguments(profileFolder, port), `--app=${url}`], {
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
 * other switches say; so everything but our own port goes to a proxy that is not there, and nothing leaves the computer,
 * not even a question for a name. (Rules for the resolver do that as well, but the browser warns of them at each start.)
 */
export function browserArguments(profileFolder: string, port: number): readonly string[] {
  const options = [
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    `--proxy-server=http://${NOBODY}`,
    // `<-loopback>`: other programs of this computer are out of reach as well.
    `--proxy-bypass-list=<-loopback>;${LOOPBACK_HOST}:${port}`,
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
