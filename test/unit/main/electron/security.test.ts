import type { App, BrowserWindow, Session } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardPages, hardenSession, pagePreferences } from '#main/electron/security.ts';
import { openWindow } from '#main/electron/window.ts';
import * as electron from '#test/support/electron-stand-in.ts';

vi.mock('electron', () => import('#test/support/electron-stand-in.ts'));

const log = { info: vi.fn(), error: vi.fn() };

describe('the window', () => {
  it('is given a sandboxed, isolated page without Node', () => {
    openWindow({
      preload: '/app/preload.cjs',
      stateFile: '/nowhere/window.json',
      devTools: false,
      log,
      url: null,
      beside: null,
    });
    const made = electron.BrowserWindow.all.at(-1);
    expect(made?.options.webPreferences).toMatchObject({
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: true,
      devTools: false,
    });
    expect(made?.loadURL).toHaveBeenCalledWith('app://groundwork/');
  });

  it('stays hidden until there is something to see', () => {
    openWindow({ preload: 'p', stateFile: '/nowhere/window.json', devTools: false, log, url: null, beside: null });
    const made = electron.BrowserWindow.all.at(-1);
    expect(made?.options.show).toBe(false);
    expect(made?.show).not.toHaveBeenCalled();
    made?.emit('ready-to-show');
    expect(made?.show).toHaveBeenCalledOnce();
  });

  it('lies a little beside the one before it when it is one more', () => {
    const first = new electron.BrowserWindow();
    openWindow({
      ...{ preload: 'p', stateFile: '/nowhere/window.json', devTools: false, log },
      url: 'app://groundwork/#/review/x',
      beside: first as unknown as BrowserWindow,
    });
    const made = electron.BrowserWindow.all.at(-1);
    const { x, y, width, height } = first.bounds;
    expect(made?.options).toMatchObject({ x: x + 32, y: y + 32, width, height });
    expect(made?.loadURL).toHaveBeenCalledWith('app://groundwork/#/review/x');
  });

  it('turns nothing on that is off by itself', () => {
    const { experimentalFeatures, enableBlinkFeatures } = pagePreferences('p', { devTools: false });
    expect([experimentalFeatures ?? false, enableBlinkFeatures]).toEqual([false, undefined]);
  });

  it('offers developer tools only when asked to', () => {
    expect(pagePreferences('p', { devTools: true }).devTools).toBe(true);
  });
});

describe('a page', () => {
  const openLink = vi.fn();
  const openRoom = vi.fn();
  const openReview = vi.fn();
  let contents: electron.StandInContents;

  beforeEach(() => {
    openLink.mockClear();
    openRoom.mockClear();
    openReview.mockClear();
    electron.app.removeAllListeners();
    guardPages(electron.app as unknown as App, { openLink, openRoom, openReview });
    contents = new electron.BrowserWindow().webContents;
  });

  it.each([
    ['https://example.org/', true],
    ['http://127.0.0.1:8080/', true],
    ['file:///etc/passwd', true],
    ['app://other/', true],
    ['app://groundwork.example.org/', true],
    ['app://groundwork:8080/', true],
    ['javascript:alert(1)', true],
    ['not an address', true],
    ['app://groundwork/', false],
  ])('navigates nowhere else: %s', (url, refused) => {
    for (const name of ['will-frame-navigate', 'will-redirect']) {
      expect(contents.raise(name, { url, isMainFrame: true }).defaultPrevented, name).toBe(refused);
    }
  });

  it('shows nothing in a sub-frame, not even itself', () => {
    expect(
      contents.raise('will-frame-navigate', { url: 'app://groundwork/', isMainFrame: false }).defaultPrevented,
    ).toBe(true);
  });

  it.each([
    ['https://example.org/a?b=c', true],
    ['mailto:someone@example.org', true],
    ['file:///etc/passwd', false],
    ['app://groundwork/', false],
    ['smb://server/share', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('opens no window; only links go to the browser: %s', (url, opened) => {
    expect(contents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
    expect(openLink.mock.calls).toEqual(opened ? [[url]] : []);
    expect(openRoom).not.toHaveBeenCalled();
  });

  const review = '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11';
  it.each([
    [`app://groundwork/#/review/${review}/room`, true],
    [`app://groundwork/#/review/${review}/rule`, false],
    [`app://groundwork/#/review/${review}/room/more`, false],
    [`app://other/#/review/${review}/room`, false],
    [`https://example.org/#/review/${review}/room`, false],
  ])('has the page for the room shown in a window of ours, and no other: %s', (url, opened) => {
    expect(contents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
    expect(openRoom.mock.calls).toEqual(opened ? [[url]] : []);
  });

  it.each([
    [`app://groundwork/#/review/${review}`, true],
    [`app://groundwork/#/review/${review}/rule`, false],
    ['app://groundwork/#/', false],
    [`app://other/#/review/${review}`, false],
  ])('has a review shown in one more window of ours, and nothing else: %s', (url, opened) => {
    expect(contents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
    expect(openReview.mock.calls).toEqual(opened ? [[url]] : []);
  });

  it('gets no webview', () => {
    expect(contents.raise('will-attach-webview').defaultPrevented).toBe(true);
  });
});

describe('the session', () => {
  const session = electron.session.defaultSession;

  beforeEach(() => {
    session.removeAllListeners();
    hardenSession(session as unknown as Session, { devTools: false });
  });

  it.each([
    ['app://groundwork/', false],
    ['app://groundwork/assets/app.js', false],
    ['blob:app://groundwork/7d0f', false],
    ['data:image/png;base64,AA', false],
    ['app://other/', true],
    ['blob:app://groundwork.example/7d0f', true],
    ['http://127.0.0.1:8080/', true],
    ['https://example.org/', true],
    ['ws://example.org/', true],
    ['file:///etc/passwd', true],
    ['chrome-extension://abc/x.js', true],
    ['devtools://devtools/bundled/x.html', true],
    ['', true],
  ])('asks for nothing but what is the program’s own: %s', (url, isRefused) => {
    const decide = vi.fn();
    const [onRequest] = session.webRequest.onBeforeRequest.mock.lastCall ?? [];
    onRequest({ url }, decide);
    expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel: isRefused });
  });

  it('lets the developer tools load themselves where there are any', () => {
    hardenSession(session as unknown as Session, { devTools: true });
    const decide = vi.fn();
    const [onRequest] = session.webRequest.onBeforeRequest.mock.lastCall ?? [];
    onRequest({ url: 'devtools://devtools/bundled/x.html' }, decide);
    expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel: false });
  });

  it.each([
    ['app://groundwork/', true],
    ['https://example.org/', false],
  ])('lets its own page fill the screen, and nobody else: %s', (url, allowed) => {
    const decide = vi.fn();
    const [onRequest] = session.setPermissionRequestHandler.mock.lastCall ?? [];
    onRequest({ getURL: () => url }, 'fullscreen', decide, {});
    expect(decide).toHaveBeenCalledExactlyOnceWith(allowed);
  });

  it('denies every other permission, and every device', () => {
    const decide = vi.fn();
    const [onRequest] = session.setPermissionRequestHandler.mock.lastCall ?? [];
    onRequest({}, 'media', decide, {});
    expect(decide).toHaveBeenCalledExactlyOnceWith(false);
    const [onCheck] = session.setPermissionCheckHandler.mock.lastCall ?? [];
    expect(onCheck(null, 'geolocation', 'app://groundwork')).toBe(false);
    const [onDevice] = session.setDevicePermissionHandler.mock.lastCall ?? [];
    expect(onDevice({ deviceType: 'usb' })).toBe(false);
  });

  it.each([
    ['https://example.org/a.json', true],
    ['app://groundwork/index.html', true],
    ['blob:https://example.org/7d0f', true],
    ['blob:app://groundwork.example/7d0f', true],
    ['blob:app://groundwork/7d0f', false],
  ])('lets the person save only what the page made: %s', (url, isDenied) => {
    const event = new electron.StandInEvent();
    session.emit('will-download', event, { getURL: () => url });
    expect(event.defaultPrevented).toBe(isDenied);
  });
});
