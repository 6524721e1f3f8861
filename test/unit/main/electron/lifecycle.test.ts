import type { App, BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { faultCounter, recoverPage } from '#main/electron/recovery.ts';
import { closeBeforeExit, saveAtSessionEnd, watchQuitting } from '#main/electron/shutdown.ts';
import * as electron from '#test/support/electron-stand-in.ts';

vi.mock('electron', () => import('#test/support/electron-stand-in.ts'));

const log = { info: vi.fn(), error: vi.fn() };
const app = electron.app;
const asApp = app as unknown as App;
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  app.removeAllListeners();
});
afterEach(() => vi.useRealTimers());

function open() {
  const window = new electron.BrowserWindow();
  return { window, typed: window as unknown as BrowserWindow };
}

describe('closing before the end', () => {
  function raiseWillQuit(): electron.StandInEvent {
    const event = new electron.StandInEvent();
    app.emit('will-quit', event);
    return event;
  }

  it('waits for the last save, and exits only then', async () => {
    let saved: () => void = () => {};
    const close = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          saved = resolve;
        }),
    );
    closeBeforeExit(asApp, log, close);
    expect(raiseWillQuit().defaultPrevented).toBe(true);
    expect(raiseWillQuit().defaultPrevented).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(close).toHaveBeenCalledOnce();
    expect(app.exit).not.toHaveBeenCalled();
    saved();
    await settle();
    expect(app.exit.mock.calls).toEqual([[0]]);
  });

  it('tells the caller of the program, and the log, when closing failed', async () => {
    closeBeforeExit(asApp, log, () => Promise.reject(new Error('disk gone')));
    raiseWillQuit();
    await settle();
    expect(app.exit.mock.calls).toEqual([[1]]);
    expect(log.error).toHaveBeenCalledOnce();
  });
});

describe('the end of a session of Windows', () => {
  it('has the page save when it is announced, and the workbook finish when it comes', () => {
    const { window, typed } = open();
    const [save, close] = [vi.fn(), vi.fn(async () => {})];
    saveAtSessionEnd(typed, save, close);
    window.emit('query-session-end');
    expect([save.mock.calls.length, close.mock.calls.length]).toEqual([1, 0]);
    window.emit('session-end');
    expect([save.mock.calls.length, close.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('quitting', () => {
  it('never closes a page by force that is still saving', () => {
    const { window, typed } = open();
    watchQuitting(asApp, 'linux').follow(typed);
    expect(window.webContents.raise('will-prevent-unload').defaultPrevented).toBe(false);
  });

  it('goes on on macOS once the page has saved and closed its window', () => {
    const { window, typed } = open();
    const quitting = watchQuitting(asApp, 'darwin');
    quitting.follow(typed);
    app.emit('before-quit');
    window.webContents.raise('will-prevent-unload');
    vi.advanceTimersByTime(2_000);
    app.emit('window-all-closed');
    expect(quitting.wanted()).toBe(true);
    expect(app.quit).toHaveBeenCalledOnce();
  });

  it('is forgotten when the page stays open because it cannot save', () => {
    const { window, typed } = open();
    const quitting = watchQuitting(asApp, 'darwin');
    quitting.follow(typed);
    app.emit('before-quit');
    window.webContents.raise('will-prevent-unload');
    vi.advanceTimersByTime(120_000);
    app.emit('window-all-closed');
    expect(quitting.wanted()).toBe(false);
    expect(app.quit).not.toHaveBeenCalled();
  });

  it('counts from the last time it was asked for', () => {
    const { window, typed } = open();
    const quitting = watchQuitting(asApp, 'darwin');
    quitting.follow(typed);
    window.webContents.raise('will-prevent-unload');
    vi.advanceTimersByTime(119_000);
    app.emit('before-quit');
    window.webContents.raise('will-prevent-unload');
    vi.advanceTimersByTime(119_000);
    expect(quitting.wanted()).toBe(true);
  });

  it.each([
    ['darwin', 0],
    ['linux', 1],
    ['win32', 1],
  ] as const)('follows the last window on %s: %i', (platform, times) => {
    watchQuitting(asApp, platform);
    app.emit('window-all-closed');
    expect(app.quit).toHaveBeenCalledTimes(times);
  });
});

describe('a page that stops', () => {
  function recover({ quitting = false } = {}) {
    const { window, typed } = open();
    const giveUp = vi.fn();
    recoverPage(typed, { log, quitting: () => quitting, giveUp });
    const crash = (reason = 'crashed') => window.webContents.emit('render-process-gone', {}, { reason, exitCode: 9 });
    return { window, giveUp, crash };
  }

  it('is loaded again in a later turn, with a message', async () => {
    const { window, crash } = recover();
    crash();
    expect(window.webContents.reload).not.toHaveBeenCalled();
    await settle();
    expect(window.webContents.reload).toHaveBeenCalledOnce();
    expect(electron.dialog.showMessageBox).toHaveBeenCalledWith(
      window,
      expect.objectContaining({ message: 'The page stopped and was loaded again.' }),
    );
    expect(log.error).toHaveBeenCalledOnce();
  });

  it('is not loaded into a window that has gone meanwhile', async () => {
    const { window, crash } = recover();
    crash();
    window.destroy();
    await settle();
    expect(window.webContents.reload).not.toHaveBeenCalled();
    expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('is given up after three times in a minute', async () => {
    const { window, giveUp, crash } = recover();
    crash('oom');
    await settle();
    crash('killed');
    await settle();
    expect(giveUp).not.toHaveBeenCalled();
    crash('launch-failed');
    expect(window.webContents.reload).toHaveBeenCalledTimes(2);
    expect(electron.dialog.showErrorBox).toHaveBeenCalledOnce();
    expect(giveUp).toHaveBeenCalledOnce();
  });

  it('is loaded again however often, as long as it takes its time', () => {
    const { window, giveUp, crash } = recover();
    for (let times = 0; times < 6; times++) {
      crash();
      vi.advanceTimersByTime(30_001);
    }
    expect(window.webContents.reload).toHaveBeenCalledTimes(6);
    expect(giveUp).not.toHaveBeenCalled();
  });

  it('is let go while quitting or closing, and when it ended by itself', async () => {
    const leaving = recover({ quitting: true });
    leaving.crash();
    const closing = recover();
    closing.window.emit('close');
    closing.crash();
    for (const { window } of [leaving, closing]) expect(window.destroyed).toBe(true);
    const ended = recover();
    ended.crash('clean-exit');
    await settle();
    for (const { window } of [leaving, closing, ended]) expect(window.webContents.reload).not.toHaveBeenCalled();
  });

  it('counts only faults of the last minute', () => {
    let time = 0;
    const tooMany = faultCounter(() => time);
    expect([tooMany(), tooMany()]).toEqual([false, false]);
    time = 60_000;
    expect([tooMany(), tooMany()]).toEqual([false, false]);
    expect(tooMany()).toBe(true);
  });
});

describe('a page that hangs', () => {
  function hang(quitting = false) {
    const { window, typed } = open();
    recoverPage(typed, { log, quitting: () => quitting, giveUp: vi.fn() });
    return window;
  }
  const offered = (window: electron.BrowserWindow) => {
    window.emit('unresponsive');
    return electron.dialog.showMessageBox.mock.lastCall?.[1];
  };
  const answer = (response: number) =>
    electron.dialog.showMessageBox.mockResolvedValueOnce({ response, checkboxChecked: false });

  it('is waited for when the person wants to', async () => {
    const window = hang();
    answer(0);
    window.emit('unresponsive');
    await settle();
    expect(window.webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
  });

  it('is ended when the person wants to, and asked about once at a time', async () => {
    const window = hang();
    answer(1);
    window.emit('unresponsive');
    window.emit('unresponsive');
    await settle();
    expect(electron.dialog.showMessageBox).toHaveBeenCalledOnce();
    expect(window.webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce();
    answer(0);
    window.emit('unresponsive');
    expect(electron.dialog.showMessageBox).toHaveBeenCalledTimes(2);
  });

  it('is asked about with what ending it leads to', async () => {
    expect(offered(hang())).toMatchObject({ buttons: ['Wait', 'Load again'] });
    expect(offered(hang(true))).toMatchObject({ buttons: ['Wait', 'Quit'] });
    const closing = hang();
    closing.emit('close');
    expect(offered(closing)).toMatchObject({ buttons: ['Wait', 'Close'] });
    const stayed = hang();
    stayed.emit('close');
    vi.advanceTimersByTime(120_000);
    expect(offered(stayed)).toMatchObject({ buttons: ['Wait', 'Load again'] });
  });

  it('takes the question back when the page answers again', async () => {
    const window = hang();
    let close: (value: Electron.MessageBoxReturnValue) => void = () => {};
    electron.dialog.showMessageBox.mockReturnValueOnce(
      new Promise((resolve) => {
        close = resolve;
      }),
    );
    window.emit('unresponsive');
    window.emit('responsive');
    const [, options] = electron.dialog.showMessageBox.mock.lastCall ?? [];
    expect(options).toMatchObject({ signal: { aborted: true } });
    // Whatever a dialog that is taken away reports, the page stays.
    close({ response: 1, checkboxChecked: false });
    await settle();
    expect(window.webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
  });
});
