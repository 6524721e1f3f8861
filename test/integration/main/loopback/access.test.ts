import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { answerCall } from '#main/api/answer-call.ts';
import { type AccessControl, createAccessControl } from '#main/loopback/access.ts';
import { type RunningServer, startServer } from '#main/loopback/server.ts';
import { SESSION_HEADER } from '#shared/contract/loopback-door.ts';
import { type Answer, ask, enter, recordingLog, sendToken, standInApi, writeRenderer } from './helpers.ts';

/** Milliseconds; short, as a test has to wait for it. */
const GUESS_DELAY = 10;

let rendererFolder = '';
let server: RunningServer;
let alarms = 0;
const log = recordingLog();

beforeAll(async () => {
  rendererFolder = await mkdtemp(path.join(tmpdir(), 'groundwork-loopback-'));
  await writeRenderer(rendererFolder);
});
afterAll(() => rm(rendererFolder, { recursive: true }));

beforeEach(async () => {
  alarms = 0;
  server = await startServer({
    guessDelay: GUESS_DELAY,
    onAlarm: () => {
      alarms++;
    },
    answer: (body) => answerCall(standInApi(), log, body),
    log,
    rendererFolder,
    requestTimeout: 1_000,
  });
  return () => server.close();
});

const CALL = JSON.stringify({ method: 'review.list', input: {} });

function port(): number {
  return Number(new URL(server.origin).port);
}

/** A call as the page sends it; each test spoils one thing. */
function callHeaders(session: string): Record<string, string> {
  return {
    [SESSION_HEADER]: session,
    origin: server.origin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  };
}

function call(session: string): Promise<Answer> {
  return ask(`${server.origin}/api`, { method: 'POST', headers: callHeaders(session), body: CALL });
}

describe('the launch address', () => {
  it('is on 127.0.0.1 with a free port, and a token of 32 bytes that no request shows', () => {
    const url = new URL(server.launchUrl);
    expect(url.hostname).toBe('127.0.0.1');
    expect(port()).toBeGreaterThan(1023);
    expect([url.pathname, url.search]).toEqual(['/', '']);
    expect(Buffer.from(url.hash.replace('#enter=', ''), 'base64url')).toHaveLength(32);
  });

  it('is exchanged for the secret of a session, and for no cookie', async () => {
    expect(server.entered()).toBe(false);
    const answer = await sendToken(server.launchUrl);
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(JSON.parse(answer.body)).toEqual({ session: expect.stringMatching(/^[\w-]{43}$/) });
    expect(server.launchUrl).not.toContain(JSON.parse(answer.body).session);
    expect(server.entered()).toBe(true);
  });

  it('is no news in the browser that is in already', async () => {
    const session = await enter(server);
    const again = await sendToken(server.launchUrl, session);
    expect([again.status, again.body]).toEqual([200, '{"session":null}']);
    expect((await call(session)).status).toBe(200);
    expect(alarms).toBe(0);
  });

  it('ends the session, with an alarm, when a second browser shows it', async () => {
    const session = await enter(server);
    const stranger = await sendToken(server.launchUrl);
    expect(stranger.status).toBe(401);
    expect(stranger.body).toContain('used a second time');
    expect(alarms).toBe(1);
    const ended = await call(session);
    expect(ended.status).toBe(401);
    expect(JSON.parse(ended.body)).toMatchObject({ error: { message: expect.stringContaining('used a second time') } });
    expect((await sendToken(server.launchUrl, session)).status).toBe(401);
  });

  it('works for ten minutes', () => {
    let time = 0;
    const control = () => createAccessControl(1, () => time);
    const tokenOf = ({ launchUrl }: AccessControl) => new URL(launchUrl).hash.replace('#enter=', '');
    const [inTime, late] = [control(), control()];
    time = 600_000;
    expect(inTime.enter(tokenOf(inTime)).kind).toBe('entered');
    time = 600_001;
    expect(late.enter(tokenOf(late)).kind).toBe('expired');
    expect(late.entered()).toBe(false);
  });

  it.each(['', 'wrong', 'A'.repeat(43), 'A'.repeat(100_000)])(
    'refuses the token %.20j and stays usable',
    async (token) => {
      expect((await sendToken(`${server.origin}/#enter=${token}`)).status).toBe(401);
      expect((await sendToken(server.launchUrl)).status).toBe(200);
    },
  );

  it('is guessed at one after the other, however many ask at once', async () => {
    const since = performance.now();
    await Promise.all(Array.from({ length: 10 }, () => sendToken(`${server.origin}/#enter=wrong`)));
    // A timer may fire a little early.
    expect(performance.now() - since).toBeGreaterThan(9 * GUESS_DELAY);
  });
});

describe('without the session', () => {
  it('the page is served, which holds nothing of the person’s, and sets no cookie', async () => {
    const answer = await ask(`${server.origin}/`);
    expect([answer.status, answer.headers['set-cookie']]).toEqual([200, undefined]);
    expect(answer.body).toContain('renderer-marker');
  });

  it('a call gets a readable refusal', async () => {
    const answer = await call('');
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body)).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('start it again') },
    });
  });

  it.each([
    ['another value', () => 'A'.repeat(43)],
    ['a cut value', (own: string) => own.slice(0, -1)],
    ['a longer value', (own: string) => `${own}A`],
    ['two values', (own: string) => `${own}, ${own}`],
  ])('%s does not count as one', async (_what, forge) => {
    expect((await call(forge(await enter(server)))).status).toBe(401);
  });

  it('the secret as a cookie, which every port of this computer is sent, counts for nothing', async () => {
    const session = await enter(server);
    const headers = { ...callHeaders(''), cookie: `groundwork-${port()}=${session}; ${SESSION_HEADER}=${session}` };
    expect((await ask(`${server.origin}/api`, { method: 'POST', headers, body: CALL })).status).toBe(401);
  });
});

describe('with the session', () => {
  it('calls are answered', async () => {
    const answer = await call(await enter(server));
    expect(JSON.parse(answer.body)).toEqual({
      ok: true,
      value: { kind: 'list', reviews: [], unreadable: [], reading: 0 },
    });
  });

  it.each(['localhost', '0.0.0.0', '[::1]', '127.0.0.2', '127.0.0.1.evil.example', 'evil.example', 'LOCALHOST'])(
    'the host %s is refused',
    async (name) => {
      const answer = await ask(`${server.origin}/`, { headers: { host: `${name}:${port()}` } });
      expect(answer.status).toBe(403);
      expect(answer.body).not.toContain('renderer-marker');
    },
  );

  it.each(['127.0.0.1', '127.0.0.1:1', '127.0.0.1:80'])('the host %s without our port is refused', async (host) => {
    expect((await ask(`${server.origin}/`, { headers: { host } })).status).toBe(403);
  });

  it.each([
    ['HTTP/1.1', ''],
    ['HTTP/1.0', ''],
    ['HTTP/1.0', 'Host: 127.0.0.1:PORT\r\n'],
    ['HTTP/2.0', 'Host: 127.0.0.1:PORT\r\n'],
    ['HTTP/1.2', 'Host: 127.0.0.1:PORT\r\n'],
    ['HTTP/1.1', 'Host: 127.0.0.1:PORT\r\nHost: evil.example\r\n'],
  ])('a request in %s with the host lines %j is refused', async (version, hosts) => {
    const lines = hosts.replace('PORT', String(port()));
    const answer = await sendRaw(`GET / ${version}\r\n${lines}Connection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('renderer-marker');
  });

  it.each([
    'null',
    'http://evil.example',
    'http://trusted.127.0.0.1.evil.example',
    'http://localhost:PORT',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'http://127.0.0.1:PORT.evil.example',
  ])('the origin %s is refused for calls and pages', async (pattern) => {
    const origin = pattern.replace('PORT', String(port()));
    const headers = { ...callHeaders(await enter(server)), origin };
    const answer = await ask(`${server.origin}/api`, { method: 'POST', headers, body: CALL });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect((await ask(`${server.origin}/`, { headers: { origin } })).status).toBe(403);
  });

  it('a call without an origin is refused', async () => {
    const { origin: _, ...headers } = callHeaders(await enter(server));
    expect((await ask(`${server.origin}/api`, { method: 'POST', headers, body: CALL })).status).toBe(403);
  });

  it.each(['cross-site', 'same-site', 'none', 'anything'])('a call that is %s is refused', async (site) => {
    const headers = { ...callHeaders(await enter(server)), 'sec-fetch-site': site };
    expect((await ask(`${server.origin}/api`, { method: 'POST', headers, body: CALL })).status).toBe(403);
  });

  it.each(['cross-site', 'same-site', 'anything'])(
    'what another site embeds, as it is %s, is refused',
    async (site) => {
      for (const target of ['/', '/index.html', '/assets/app.js']) {
        const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' };
        expect((await ask(`${server.origin}${target}`, { headers })).status).toBe(403);
      }
    },
  );

  it('the launch file, which a browser takes for another site, leads to the page and to nothing else', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await ask(`${server.origin}/`, { headers })).status).toBe(200);
    expect((await ask(`${server.origin}/`, { headers: { ...headers, 'sec-fetch-dest': 'iframe' } })).status).toBe(403);
    expect((await ask(`${server.origin}/assets/app.js`, { headers })).status).toBe(403);
    const post = { ...callHeaders(await enter(server)), ...headers };
    expect((await ask(`${server.origin}/api`, { method: 'POST', headers: post, body: CALL })).status).toBe(403);
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD', 'POST'])(
    'the method %s on the page is refused',
    async (method) => {
      const headers = callHeaders(await enter(server));
      expect((await ask(`${server.origin}/`, { method, headers })).status).toBe(405);
    },
  );

  it.each(['GET', 'PUT', 'OPTIONS'])('the method %s is no call', async (method) => {
    const headers = callHeaders(await enter(server));
    expect((await ask(`${server.origin}/api`, { method, headers })).status).toBe(405);
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets',
    '/assets/',
    '//assets/app.js',
    '/secret.txt',
    '/INDEX.HTML',
    '/__proto__',
    'http://evil.example/',
    '*',
  ])('%s is not served', async (target) => {
    const answer = await sendRaw(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain('secret-marker');
  });

  it('an upgrade is refused, whatever it carries', async () => {
    const session = await enter(server);
    const upgrade = (host: string, origin: string) =>
      sendRaw(
        `GET / HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nX-Groundwork-Session: ${session}\r\nConnection: Upgrade\r\n` +
          'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
    const host = `127.0.0.1:${port()}`;
    expect(await upgrade(host, server.origin)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await upgrade('evil.example', server.origin)).toMatch(/^HTTP\/1\.1 403 /);
    expect(await upgrade(host, 'http://evil.example')).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('a doubled content type is refused', async () => {
    const headers = callHeaders(await enter(server));
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const doubled = `${lines.join('')}content-type: text/plain\r\nHost: 127.0.0.1:${port()}\r\n`;
    const size = `Content-Length: ${CALL.length}\r\nConnection: close\r\n\r\n`;
    expect(await sendRaw(`POST /api HTTP/1.1\r\n${doubled}${size}${CALL}`)).toMatch(/^HTTP\/1\.1 415 /);
  });

  it('connections are bounded', async () => {
    const sockets = Array.from({ length: 80 }, () => net.connect(port(), '127.0.0.1'));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
    });
    const dropped = sockets.map((socket) => once(socket, 'close').then(() => 'dropped'));
    for (const socket of sockets) socket.on('error', () => undefined);
    await Promise.all(dropped.slice(64));
    expect(sockets.filter(({ destroyed }) => !destroyed)).toHaveLength(64);
  });

  it('a tunnel is refused', async () => {
    const answer = await sendRaw(`CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\n\r\n`);
    expect(answer).toBe('');
  });
});

it('is not reachable on another address of this computer', async () => {
  const outcome = await new Promise<string>((resolve) => {
    http
      .get({ host: '127.0.0.2', port: port() }, () => resolve('answered'))
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'failed'));
  });
  expect(outcome).not.toBe('answered');
});

/** Sends bytes that no HTTP library would, and gives back everything that comes. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = net.connect(port(), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      received += chunk.toString();
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}
