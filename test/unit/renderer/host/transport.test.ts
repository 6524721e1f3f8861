import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostTransport, onMenuCommand } from '#renderer/host/transport.ts';
import { CALL_SIZE_LIMIT } from '#shared/contract/host-bridge.ts';

const send = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  send.mockReset();
  vi.stubGlobal('window', {});
  vi.stubGlobal('fetch', send);
  vi.stubGlobal('location', { hash: '' });
});
afterEach(() => vi.unstubAllGlobals());

describe('the transport', () => {
  it('posts JSON to its own origin and follows no redirect', async () => {
    send.mockResolvedValueOnce(new Response('{"ok":true,"value":{"kind":"opened"}}'));
    expect(await hostTransport()('link.open', { url: 'x' })).toEqual({ ok: true, value: { kind: 'opened' } });
    expect(send).toHaveBeenCalledExactlyOnceWith('/api', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-groundwork-session': '' },
      body: '{"method":"link.open","input":{"url":"x"}}',
      redirect: 'error',
    });
  });

  describe('at the door of the loopback host', () => {
    const kept = new Map<string, string>();
    const address = { hash: '' };
    const replaceState = vi.fn((_state: unknown, _title: string, url: string) => {
      address.hash = new URL(url, 'http://127.0.0.1/').hash;
    });
    const answer = '{"ok":true,"value":{"kind":"opened"}}';
    const sessionOf = (call: number) => new Headers(send.mock.calls[call]?.[1].headers).get('x-groundwork-session');

    beforeEach(() => {
      kept.clear();
      address.hash = '#enter=token';
      vi.stubGlobal('location', address);
      vi.stubGlobal('history', { replaceState });
      vi.stubGlobal('localStorage', {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
      });
    });

    it('exchanges the token of the address once, keeps the session and clears the address', async () => {
      send.mockImplementation(async (url) => new Response(url === '/enter' ? '{"session":"secret"}' : answer));
      const transport = hostTransport();
      await Promise.all([transport('link.open', { url: 'x' }), transport('link.open', { url: 'y' })]);
      expect(send.mock.calls.map(([url, { body }]) => [url, body])).toEqual([
        ['/enter', 'token'],
        ['/api', expect.stringContaining('"x"')],
        ['/api', expect.stringContaining('"y"')],
      ]);
      expect([sessionOf(1), sessionOf(2)]).toEqual(['secret', 'secret']);
      expect(address.hash).toBe('');
      // What a reload, or a second window, begins with.
      await hostTransport()('link.open', { url: 'z' });
      expect(sessionOf(3)).toBe('secret');
    });

    it('goes on with the session it has when the host says that it is in', async () => {
      kept.set('groundwork-session', 'earlier');
      send.mockImplementation(async (url) => new Response(url === '/enter' ? '{"session":null}' : answer));
      await hostTransport()('link.open', { url: 'x' });
      expect([sessionOf(0), sessionOf(1)]).toEqual(['earlier', 'earlier']);
    });

    it('passes on why it is not let in, and asks again only when nobody answered', async () => {
      const refusal = { ok: false, error: { code: 'refused', message: 'Too late.', details: [] } };
      send.mockRejectedValueOnce(new TypeError('Failed to fetch'));
      send.mockImplementation(async () => new Response(JSON.stringify(refusal), { status: 401 }));
      const transport = hostTransport();
      expect(await transport('app.info', {})).toMatchObject({ error: { code: 'unreachable' } });
      expect(await transport('app.info', {})).toEqual(refusal);
      expect(await transport('app.info', {})).toEqual(refusal);
      expect(send.mock.calls.map(([url]) => url)).toEqual(['/enter', '/enter']);
    });

    it('works without a place to keep anything', async () => {
      const refuse = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
      send.mockImplementation(async (url) => new Response(url === '/enter' ? '{"session":"secret"}' : answer));
      await hostTransport()('link.open', { url: 'x' });
      expect(sessionOf(1)).toBe('secret');
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
