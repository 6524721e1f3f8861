import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostTransport, onMenuCommand } from '#renderer/host/transport.ts';
import { CALL_SIZE_LIMIT } from '#shared/contract/host-bridge.ts';

const send = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  send.mockReset();
  vi.stubGlobal('window', {});
  vi.stubGlobal('fetch', send);
});
afterEach(() => vi.unstubAllGlobals());

describe('the transport', () => {
  it('posts JSON to its own origin and follows no redirect', async () => {
    send.mockResolvedValueOnce(new Response('{"ok":true,"value":{"kind":"opened"}}'));
    expect(await hostTransport()('link.open', { url: 'x' })).toEqual({ ok: true, value: { kind: 'opened' } });
    expect(send).toHaveBeenCalledExactlyOnceWith('/api', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"method":"link.open","input":{"url":"x"}}',
      redirect: 'error',
    });
  });

  it("prefers Electron's bridge", async () => {
    const call = vi.fn(async () => '{"ok":true,"value":{"kind":"opened"}}');
    vi.stubGlobal('window', { groundworkHost: { call } });
    await hostTransport()('link.open', { url: 'x' });
    expect(call).toHaveBeenCalledExactlyOnceWith('{"method":"link.open","input":{"url":"x"}}');
    expect(send).not.toHaveBeenCalled();
  });

  it('passes a refusal on, whatever its HTTP status', async () => {
    const refusal = { ok: false, error: { code: 'refused', message: 'No.', details: [] } };
    send.mockResolvedValueOnce(new Response(JSON.stringify(refusal), { status: 401 }));
    expect(await hostTransport()('app.info', {})).toEqual(refusal);
  });

  it.each([
    ['nobody answers', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the answer breaks off', async () => new Response('{"ok":tr')],
    ['another program answers', async () => new Response('<!doctype html>', { status: 200 })],
    ['another program answers in JSON', async () => new Response('"hello"')],
  ])('says that the host is gone when %s', async (_what, answer) => {
    send.mockImplementationOnce(answer);
    const reply = await hostTransport()('app.info', {});
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'unreachable', message: expect.stringMatching(/^The program behind this window does not answer/) },
    });
  });

  it('does not even send what the host would refuse for its size', async () => {
    const reply = await hostTransport()('review.import', { text: 'ü'.repeat(CALL_SIZE_LIMIT / 2) });
    expect(reply).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(send).not.toHaveBeenCalled();
  });
});

describe('menu commands', () => {
  it('come from the bridge until stopped, and never in a host without a menu', () => {
    const stop = vi.fn();
    const onCommand = vi.fn(() => stop);
    const listener = vi.fn();
    expect(onMenuCommand(listener)()).toBeUndefined();
    vi.stubGlobal('window', { groundworkHost: { onCommand } });
    onMenuCommand(listener)();
    expect(onCommand).toHaveBeenCalledExactlyOnceWith(listener);
    expect(stop).toHaveBeenCalledOnce();
  });
});
