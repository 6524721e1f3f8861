import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerCall } from '#main/api/answer-call.ts';
import { answerCalls } from '#main/electron/ipc.ts';
import { type RunningServer, startServer } from '#main/loopback/server.ts';
import { createClient } from '#renderer/host/client.ts';
import { hostTransport } from '#renderer/host/transport.ts';
import { type Api, contract, type Method, type Reply } from '#shared/contract/contract.ts';
import { CALL_SIZE_LIMIT } from '#shared/contract/host-bridge.ts';
import { SESSION_HEADER } from '#shared/contract/loopback-door.ts';
import { enter } from '#test/integration/main/loopback/helpers.ts';
import * as electron from '#test/support/electron-stand-in.ts';

vi.mock('electron', () => import('#test/support/electron-stand-in.ts'));

/** Carries the JSON text of a call to one host and brings the text of its reply back. */
type Carrier = (body: string) => Promise<string>;

/** Node's own, also while a test stands in for the browser's. */
const realFetch = fetch;
const SECRET = '/home/someone/secret-folder';
const UUID = '7a0d3f6e-6a0b-4c58-9f3e-0f9d6a1b2c3d';

const answers: Partial<Record<Method, (input: never) => Promise<unknown>>> = {
  'review.list': async () => ({
    kind: 'list',
    reviews: [],
    unreadable: [{ file: 'ä.json', reason: 'ünreadable → “damaged”' }],
  }),
  'link.open': async () => ({ kind: 'opened' }),
  'review.import': async ({ text }: { readonly text: string }) => ({ kind: 'imported', id: UUID, title: text }),
  'review.trash': async () => ({
    kind: 'failed',
    code: 'read-only',
    message: 'The folder is read-only.',
    details: ['a'],
  }),
  'review.open': async () => {
    throw new Error(`EACCES: permission denied, open '${SECRET}/reviews/x.json'`);
  },
  'file.reveal': () => Promise.reject(`${SECRET} is not even an Error`),
};
const api = answers as unknown as Api;

const electronLog = { info: vi.fn(), error: vi.fn() };
const loopbackLog = { info: vi.fn(), error: vi.fn() };
const logs = [electronLog, loopbackLog];

let rendererFolder: string;
let server: RunningServer;
let overIpc: Carrier;
let overHttp: Carrier;

beforeAll(async () => {
  rendererFolder = mkdtempSync(join(tmpdir(), 'groundwork-parity-'));
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>Groundwork</title>');
  server = await startServer({
    answer: (body) => answerCall(api, loopbackLog, body),
    log: loopbackLog,
    rendererFolder,
  });
  overHttp = await enterLoopback(server);
  overIpc = openElectron();
});

afterAll(async () => {
  await server.close();
  rmSync(rendererFolder, { recursive: true });
});

beforeEach(() => {
  for (const log of logs) log.error.mockClear();
});

async function enterLoopback(entered: RunningServer): Promise<Carrier> {
  const { origin } = entered;
  const headers = { 'content-type': 'application/json', [SESSION_HEADER]: await enter(entered), origin };
  return async (body) => (await realFetch(`${origin}/api`, { method: 'POST', headers, body })).text();
}

function openElectron(): Carrier {
  const window = new electron.BrowserWindow();
  answerCalls(
    (body) => answerCall(api, electronLog, body),
    electronLog,
    () => [window as unknown as BrowserWindow],
  );
  const [, handler] = electron.ipcMain.handle.mock.lastCall ?? [];
  if (!handler) throw new Error('The Electron host registered no handler.');
  const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
  return (body) => handler(event, body);
}

async function sendToBoth(body: string): Promise<Reply> {
  const [fromIpc, fromHttp] = await Promise.all([overIpc(body), overHttp(body)]);
  expect(JSON.parse(fromHttp)).toStrictEqual(JSON.parse(fromIpc));
  for (const text of [fromIpc, fromHttp]) {
    expect(text).not.toContain('secret');
    expect(text).not.toMatch(/\bat .*:\d+|node:|\.ts\b/);
  }
  return JSON.parse(fromIpc) as Reply;
}

const call = (method: unknown, input: unknown) => JSON.stringify({ method, input });

describe('both hosts give the same answer to', () => {
  it.each([
    ['a call', call('review.list', {})],
    ['a call with input', call('link.open', { url: 'https://example.org/ä?b=“c”' })],
    ['a call with its keys in another order', '{"input":{"url":"x"},"method":"link.open"}'],
    ['an expected failure', call('review.trash', { id: UUID })],
    ['text that UTF-8 cannot say as it is', call('review.import', { text: 'a\ud800b\u0000c\u2028' })],
    ['a large call within the limit', call('review.import', { text: 'ü'.repeat(3 * 1024 * 1024) })],
  ])('%s', async (_what, body) => {
    expect(await sendToBoth(body)).toMatchObject({ ok: true });
    for (const log of logs) expect(log.error).not.toHaveBeenCalled();
  });

  it.each([
    'review.explode',
    '',
    'Review.List',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '\ud800',
    'ä'.repeat(5000),
  ])('an unknown method: %s', async (method) => {
    const reply = await sendToBoth(call(method, {}));
    expect(reply).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    expect(JSON.stringify(reply).length).toBeLessThan(300);
  });

  it.each([
    ['an extra key', call('link.open', { url: 'x', force: true }), /force/],
    ['a wrong type', call('link.open', { url: 7 }), /url/],
    ['a missing key', call('link.open', {}), /url/],
    ['a list for an input', call('link.open', ['x']), /./],
    ['null for an input', call('review.list', null), /./],
    ['a foreign prototype', '{"method":"link.open","input":{"url":"x","__proto__":{"admin":true}}}', /__proto__/],
    ['an id that is a path', call('review.trash', { id: '../../etc/passwd' }), /id/],
  ])('%s, with what is wrong about it', async (_what, body, detail) => {
    const reply = await sendToBoth(body);
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input', message: expect.stringMatching(/\S/) } });
    expect(!reply.ok && reply.error.details.join('\n')).toMatch(detail);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['no JSON', 'method=link.open'],
    ['half of one', '{"method":"link.open","input":{'],
    ['null', 'null'],
    ['a list', '["link.open",{}]'],
    ['a number for a method', call(7, {})],
    ['a list for a method', call(['link.open'], { url: 'x' })],
    ['no method', '{"input":{}}'],
    ['no input', '{"method":"link.open"}'],
    ['an extra key beside them', '{"method":"link.open","input":{"url":"x"},"token":"y"}'],
    ['a prototype beside them', '{"method":"link.open","input":{"url":"x"},"__proto__":{}}'],
    ['a byte order mark', `\ufeff${call('review.list', {})}`],
    ['two calls', `${call('review.list', {})}${call('review.list', {})}`],
    ['brackets without end', '['.repeat(200_000)],
  ])('%s in place of a call', async (_what, body) => {
    expect(await sendToBoth(body)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it('nesting beyond reason', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const reply = await sendToBoth(`{"method":"link.open","input":${deep}}`);
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it('a call over the limit, by one byte', async () => {
    const frame = call('review.import', { text: '' });
    const fill = (size: number) => call('review.import', { text: 'x'.repeat(size - frame.length) });
    expect(await sendToBoth(fill(CALL_SIZE_LIMIT + 1))).toMatchObject({ ok: false, error: { code: 'too-large' } });
    // At the limit it is heard out, and refused for what it says.
    expect(await sendToBoth(fill(CALL_SIZE_LIMIT))).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it.each([
    ['review.open', { id: UUID }],
    ['file.reveal', { path: '/x' }],
  ])('a fault of ours in %s, which only the log hears about', async (method, input) => {
    const reply = await sendToBoth(call(method, input));
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal', details: [] } });
    for (const log of logs) {
      const [message, cause] = log.error.mock.lastCall ?? [];
      expect(log.error).toHaveBeenCalledOnce();
      expect(message).toContain(method);
      expect(String(cause)).toContain(SECRET);
    }
  });
});

describe("the renderer's client, over either host", () => {
  const hosts = [
    ['Electron', () => ({ groundworkHost: { call: overIpc } }), () => undefined],
    ['loopback', () => ({}), () => overHttp],
  ] as const;

  it.each(hosts)('answers, and says what the host refuses: %s', async (_host, window, http) => {
    vi.stubGlobal('window', window());
    vi.stubGlobal('location', { hash: '' });
    vi.stubGlobal('fetch', async (url: string, init: { readonly body: string }) => {
      expect(url).toBe('/api');
      return new Response(await http()?.(init.body));
    });
    try {
      const client = createClient(hostTransport());
      expect(await client['review.import']({ text: 'ä' })).toEqual({ kind: 'imported', id: UUID, title: 'ä' });
      const message = expect.stringContaining('log');
      expect(await client['review.open']({ id: UUID })).toEqual({
        kind: 'failed',
        code: 'internal',
        message,
        details: [],
      });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('sends every call of the contract under its name, and is no promise', async () => {
    const sent: string[] = [];
    const client = createClient(async (method) => {
      sent.push(method);
      return { ok: true, value: {} as never };
    });
    const methods = Object.keys(contract) as (keyof typeof contract)[];
    for (const method of methods) await client[method]({} as never);
    expect(sent).toEqual(methods);
    expect(await client).toBe(client);
  });
});
