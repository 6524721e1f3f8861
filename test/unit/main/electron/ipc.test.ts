import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerCall } from '#main/api/answer-call.ts';
import { answerCalls } from '#main/electron/ipc.ts';
import type { Api } from '#shared/contract/contract.ts';
import { CALL_SIZE_LIMIT } from '#shared/contract/host-bridge.ts';
import * as electron from '#test/support/electron-stand-in.ts';

vi.mock('electron', () => import('#test/support/electron-stand-in.ts'));

const log = { info: vi.fn(), error: vi.fn() };
const openLink = vi.fn(async () => ({ kind: 'opened' }) as const);
const api = { 'link.open': openLink } as unknown as Api;
const body = JSON.stringify({ method: 'link.open', input: { url: 'https://example.org/' } });

let window: electron.BrowserWindow | null;
let second: electron.BrowserWindow;
let handler: electron.IpcHandler;

beforeEach(() => {
  vi.clearAllMocks();
  window = new electron.BrowserWindow();
  second = new electron.BrowserWindow();
  answerCalls(
    (body) => answerCall(api, log, body),
    log,
    () => [...(window ? [window] : []), second] as unknown as readonly BrowserWindow[],
  );
  const [channel, registered] = electron.ipcMain.handle.mock.lastCall ?? [];
  expect(channel).toBe('groundwork:call');
  if (!registered) throw new Error('no handler');
  handler = registered;
});

const ours = () => ({ sender: window?.webContents, senderFrame: window?.webContents.mainFrame });

async function reply(event: unknown, sent: unknown): Promise<unknown> {
  return JSON.parse(await handler(event, sent));
}

describe('the one channel', () => {
  it('answers the page of our window', async () => {
    expect(await reply(ours(), body)).toEqual({ ok: true, value: { kind: 'opened' } });
    expect(openLink).toHaveBeenCalledWith({ url: 'https://example.org/' });
  });

  it('answers the page of the second window', async () => {
    const { webContents } = second;
    expect(await reply({ sender: webContents, senderFrame: webContents.mainFrame }, body)).toMatchObject({ ok: true });
    second.destroyed = true;
    expect(await reply({ sender: webContents, senderFrame: webContents.mainFrame }, body)).toMatchObject({ ok: false });
  });

  const top = 'app://groundwork';
  it.each([
    ['a frame that has gone', () => ({ ...ours(), senderFrame: null })],
    ['a destroyed frame', () => ({ ...ours(), senderFrame: { ...electron.frame(top), isDestroyed: () => true } })],
    ['a detached frame', () => ({ ...ours(), senderFrame: { ...electron.frame(top), detached: true } })],
    ['a sub-frame', () => ({ ...ours(), senderFrame: electron.frame(top, electron.frame(top)) })],
    ['a foreign page', () => ({ ...ours(), senderFrame: electron.frame('https://example.org') })],
    ['a look-alike page', () => ({ ...ours(), senderFrame: electron.frame('app://groundwork.example.org') })],
    ['an opaque page', () => ({ ...ours(), senderFrame: electron.frame('null') })],
    ['another window', () => ({ ...ours(), sender: new electron.BrowserWindow().webContents })],
  ])('refuses %s', async (_who, event) => {
    expect(await reply(event(), body)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(openLink).not.toHaveBeenCalled();
    expect(log.error).toHaveBeenCalledOnce();
  });

  it('refuses when its window is closed or destroyed', async () => {
    const event = ours();
    if (window) window.destroyed = true;
    expect(await reply(event, body)).toMatchObject({ ok: false, error: { code: 'refused' } });
    window = null;
    expect(await reply(event, body)).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it.each([undefined, null, 7, {}, ['x'], new Uint8Array(3)])('takes only text: %j', async (sent) => {
    expect(await reply(ours(), sent)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it('bounds the size of a call in bytes, not characters', async () => {
    const text = 'ü'.repeat(CALL_SIZE_LIMIT / 2);
    expect(await reply(ours(), text)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await reply(ours(), `${text}x`)).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });
});
