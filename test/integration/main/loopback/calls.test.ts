import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerCall } from '#main/api/answer-call.ts';
import { type RunningServer, type ServerOptions, startServer } from '#main/loopback/server.ts';
import { CALL_SIZE_LIMIT } from '#shared/contract/host-bridge.ts';
import { SESSION_HEADER } from '#shared/contract/loopback-door.ts';
import { type Answer, ask, enter, type RecordingLog, recordingLog, standInApi, writeRenderer } from './helpers.ts';

let rendererFolder = '';
let server: RunningServer;
let options: ServerOptions;
let session = '';
let log: RecordingLog;
let slowCall: { readonly started: Promise<unknown>; finish(): void };

beforeAll(async () => {
  rendererFolder = await mkdtemp(path.join(tmpdir(), 'groundwork-loopback-'));
  await writeRenderer(rendererFolder);
});
afterAll(() => rm(rendererFolder, { recursive: true }));

beforeEach(async () => {
  log = recordingLog();
  const events = new EventEmitter();
  const finished = once(events, 'finish');
  slowCall = { started: once(events, 'start'), finish: () => events.emit('finish') };
  const api = standInApi({
    'sample.open': async () => {
      events.emit('start');
      await finished;
      return { kind: 'imported', id: '00000000-0000-4000-8000-000000000000', title: 'A sample' };
    },
  });
  // A wait in vain for a call would last longer than a test may.
  options = { answer: (body) => answerCall(api, log, body), log, rendererFolder, patience: 120_000 };
  await restart();
  return () => server.close();
});

/** Starts the server anew, with other options where they are given. */
async function restart(changed: Partial<ServerOptions> = {}): Promise<void> {
  await server?.close();
  server = await startServer({ ...options, ...changed });
  session = await enter(server);
}

function post(body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  const own = { [SESSION_HEADER]: session, origin: server.origin, 'content-type': 'application/json' };
  return ask(`${server.origin}/api`, { method: 'POST', headers: { ...own, ...headers }, body });
}

describe('calls', () => {
  it('are answered as JSON that nothing keeps', async () => {
    const answer = await post('{"method":"review.list","input":{}}', {
      'content-type': 'application/json; charset=UTF-8',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('of an unknown name get the reason', async () => {
    const answer = await post('{"method":"review.burn","input":{}}');
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  });

  it.each(['', '{', 'null', '[]', '"text"', '{"method":1,"input":{}}', '{"method":"review.list","input":{},"more":1}'])(
    'with the body %j get the reason',
    async (body) => {
      const reply: unknown = JSON.parse((await post(body)).body);
      expect(reply).toMatchObject({
        ok: false,
        error: { code: 'invalid-input', message: expect.stringMatching(/\S/) },
      });
    },
  );

  it('with bytes that are not UTF-8 are refused instead of altered', async () => {
    const answer = await post(
      Buffer.concat([
        Buffer.from('{"method":"review.list","input":{"a":"'),
        Buffer.from([0xc3, 0x28]),
        Buffer.from('"}}'),
      ]),
    );
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/json5', ''])(
    'sent as %j are refused',
    async (type) => {
      const answer = await post('{"method":"review.list","input":{}}', { 'content-type': type });
      expect(answer.status).toBe(415);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'refused' } });
    },
  );

  it('up to the size limit are read, and over it get the reason', async () => {
    const frame = '{"method":"review.list","input":""}';
    const fill = (size: number) => frame.replace('""', `"${'x'.repeat(size - frame.length)}"`);
    const within = await post(fill(CALL_SIZE_LIMIT));
    expect(JSON.parse(within.body)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    const over = await post(fill(CALL_SIZE_LIMIT + 1));
    expect(over.status).toBe(413);
    expect(JSON.parse(over.body)).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  it('that go on far past the limit are cut off', async () => {
    await expect(post(Buffer.alloc(4 * CALL_SIZE_LIMIT + 1, ' '))).rejects.toThrow();
    expect(log.faults).toHaveLength(1);
  });

  it('that fail are logged, and say nothing about our insides', async () => {
    const answer = await post('{"method":"app.info","input":{}}');
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(answer.body).not.toContain('secret-path');
    expect(log.faults).toHaveLength(1);
  });
});

describe('the page', () => {
  it('comes under a strict policy with a nonce of its own each time', async () => {
    const [first, second] = [await page(), await page()];
    const nonce = /nonce="([^"]+)"/.exec(first.body)?.[1] ?? '';
    expect(Buffer.from(nonce, 'base64')).toHaveLength(18);
    const policy = String(first.headers['content-security-policy']).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(second.body).not.toContain(nonce);
  });

  it('and its files may not be framed, sniffed, referred from or shared', async () => {
    for (const url of ['/', '/assets/app.js', '/nothing']) {
      const answer = await ask(`${server.origin}${url}`, { headers: { [SESSION_HEADER]: session } });
      expect(answer.headers).toMatchObject({
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
    }
  });

  function page(): Promise<Answer> {
    return ask(`${server.origin}/`, { headers: { [SESSION_HEADER]: session } });
  }
});

describe('requests that never come to an end', () => {
  it.each([
    ['no request at all', ''],
    ['half a header', 'POST /api HTTP/1.1\r\nHost: 127.0.0.1'],
    [
      'half a body',
      'POST /api HTTP/1.1\r\nHost: HOST\r\nOrigin: ORIGIN\r\nX-Groundwork-Session: SESSION\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    ],
  ])('are cut off: %s', async (_what, pattern) => {
    await restart({ requestTimeout: 1_000 });
    const { host, origin } = new URL(server.origin);
    const text = pattern.replace('HOST', host).replace('ORIGIN', origin).replace('SESSION', session);
    await new Promise<void>((resolve, reject) => {
      const socket = net.connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(text));
      socket
        .on('error', reject)
        .on('close', () => resolve())
        .resume();
    });
  });
});

describe('closing', () => {
  it('waits for the calls that are running, and answers them', async () => {
    const answer = post('{"method":"sample.open","input":{"id":"a"}}');
    await slowCall.started;
    let closed = false;
    const closing = server.close().then(() => {
      closed = true;
    });
    await setImmediate();
    expect(closed).toBe(false);
    slowCall.finish();
    expect(JSON.parse((await answer).body)).toMatchObject({ ok: true, value: { kind: 'imported' } });
    await closing;
    await expect(ask(server.origin)).rejects.toThrow('ECONNREFUSED');
  });

  it('does not wait for a caller that went away before its call was answered', async () => {
    const headers = { [SESSION_HEADER]: session, origin: server.origin, 'content-type': 'application/json' };
    const gone = new EventEmitter();
    const begin = (message: unknown) => {
      const { socket } = message as { readonly socket: net.Socket };
      socket.once('close', () => gone.emit('noticed'));
    };
    subscribe('http.server.request.start', begin);
    const request = http.request(`${server.origin}/api`, { method: 'POST', headers });
    request.on('error', () => undefined).end('{"method":"sample.open","input":{"id":"a"}}');
    await slowCall.started;
    unsubscribe('http.server.request.start', begin);
    const noticed = once(gone, 'noticed');
    request.destroy();
    await noticed;
    slowCall.finish();
    await server.close();
  });

  it('waits no longer than it was told for a call that never ends', async () => {
    await restart({ patience: 10 });
    const answer = expect(post('{"method":"sample.open","input":{"id":"a"}}')).rejects.toThrow();
    await slowCall.started;
    await server.close();
    await answer;
  });

  it('does not wait for connections that are kept open', async () => {
    const agent = new http.Agent({ keepAlive: true });
    await new Promise((resolve) =>
      http.get(server.origin, { agent }, (response) => response.resume().on('end', resolve)),
    );
    const silent = net.connect(Number(new URL(server.origin).port), '127.0.0.1');
    await new Promise((resolve) => silent.once('connect', resolve));
    await server.close();
    agent.destroy();
    silent.destroy();
  });
});

it('says when the port is taken', async () => {
  const port = Number(new URL(server.origin).port);
  await expect(
    startServer({ answer: (body) => answerCall(standInApi(), log, body), log, rendererFolder, port }),
  ).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

it('does not start without a built renderer', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork-empty-'));
  await expect(
    startServer({ answer: (body) => answerCall(standInApi(), log, body), log, rendererFolder: folder }),
  ).rejects.toThrow('not been built');
  await rm(folder, { recursive: true });
});
