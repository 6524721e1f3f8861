import { type BrowserWindow, dialog, type RenderProcessGoneDetails } from 'electron';
import type { Log } from '#main/files/log.ts';

/** As many faults within this many milliseconds mean that loading the page again does not help. */
const FAULT_LIMIT = 3;
const FAULT_PERIOD = 60_000;

/**
 * How long after the window was told to close a page that hangs is still taken as one that is being closed, in milliseconds.
 * It may have saved first, and may have stayed open because it could not.
 */
const CLOSING_LASTS = 120_000;

export interface RecoveryOptions {
  readonly log: Log;
  /** Whether the person has asked to quit. */
  readonly quitting: () => boolean;
  /** Leaves the program; what is saved is on disk. */
  readonly giveUp: () => void;
}

/** Counts faults; true once there were too many within a short time. */
export function faultCounter(now: () => number): () => boolean {
  let faults: readonly number[] = [];
  return () => {
    const time = now();
    faults = [...faults.filter((fault) => time - fault < FAULT_PERIOD), time];
    return faults.length >= FAULT_LIMIT;
  };
}

/** Loads the page again when its process is gone, and offers to when it hangs. */
export function recoverPage(window: BrowserWindow, { log, quitting, giveUp }: RecoveryOptions): void {
  const tooManyFaults = faultCounter(Date.now);
  let answered: AbortController | null = null;
  let closingSince = Number.NEGATIVE_INFINITY;
  window.on('close', () => {
    closingSince = Date.now();
  });
  const wayOut = (): WayOut => {
    if (quitting()) return 'Quit';
    return Date.now() - closingSince < CLOSING_LASTS ? 'Close' : 'Load again';
  };

  window.webContents.on('render-process-gone', (_event, details) => {
    answered?.abort();
    if (details.reason === 'clean-exit') return;
    log.error('The page stopped', new Error(describe(details)));
    if (wayOut() !== 'Load again') {
      window.destroy();
      return;
    }
    if (tooManyFaults()) {
      dialog.showErrorBox(
        'Groundwork keeps stopping',
        'The page stopped several times in a row, so Groundwork closes now. Everything that was shown as saved is on disk. Start it again; if this goes on, the log in the data folder says more.',
      );
      giveUp();
      return;
    }
    // Not here: Electron may die when a page is loaded while its process is still being taken down.
    setImmediate(() => {
      if (window.isDestroyed()) return;
      window.webContents.reload();
      void tell(window);
    });
  });

  window.on('unresponsive', () => {
    // A second report while the question is still open says nothing new.
    if (answered && !answered.signal.aborted) return;
    const question = new AbortController();
    answered = question;
    void askToWait(window, question.signal, wayOut()).then((wait) => {
      question.abort();
      if (!wait && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
    });
  });
  window.on('responsive', () => answered?.abort());
}

/** What ending a page that hangs leads to; also what the button says. */
type WayOut = 'Quit' | 'Close' | 'Load again';

async function tell(window: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Groundwork',
    message: 'The page stopped and was loaded again.',
    detail: 'Everything that was shown as saved is there. Look at the last thing you typed: it may be missing.',
    buttons: ['OK'],
  });
}

/** True when the person waits, and when the page came back by itself. */
async function askToWait(window: BrowserWindow, signal: AbortSignal, wayOut: WayOut): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Groundwork',
    message: 'Groundwork does not respond.',
    detail:
      'Everything that was shown as saved is on disk. You can wait, or end the page, which loses what is not saved.',
    buttons: ['Wait', wayOut],
    defaultId: 0,
    cancelId: 0,
    signal,
  });
  return signal.aborted || response === 0;
}

function describe({ reason, exitCode }: RenderProcessGoneDetails): string {
  return `${reason}, exit code ${exitCode}`;
}
