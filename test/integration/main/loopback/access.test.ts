import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerCall } from '#main/api/answer-call.ts';
import { type RunningServer, startServer } from '#main/loopback/server.ts';
import { ask, enter, recordingLog, standInApi, writeRenderer } from './helpers.ts';

let rendererFolder = '';
let server: RunningServer;
const log = recordingLog();

beforeAll(async () => {
  rendererFolder = await mkdtemp(path.join(tmpdir(), 'groundwork-loopback-'));
  await writeRenderer(rendererFolder);
});
afterAll(() => rm(rendererFolder, { recursive: true }));

beforeEach(async () => {
  server = await startServer({
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
function callHeaders(cookie: string): Record<string, string> {
  return { cookie, origin: server.origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
}

describe('the launch address', () => {
  it('is on 127.0.0.1 with a free port and a token of 32 bytes', () => {
    const url = new URL(server.launchUrl);
    expect(url.hostname).toBe('127.0.0.1');
    expect(port()).toBeGreaterThan(1023);
    expect(Buffer.from(url.searchParams.get('token') ?? '', 'base64url')).toHaveLength(32);
  });

  it('is exchanged for a cookie that scripts and other sites cannot use, and leaves the address bar', async () => {
    expect(server.entered()).toBe(false);
    const answer = await ask(server.launchUrl);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^groundwork-${port()}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Max-Age=\\d+$`),
      ),
    ]);
    expect(answer.body).toBe('');
    expect(server.entered()).toBe(true);
  });

  it('lets nobody else in once it was used, and leads its own browser to the page', async () => {
    const cookie = await enter(server);
    const stranger = await ask(server.launchUrl);
    expect(stranger.status).toBe(401);
    expect(stranger.headers['set-cookie']).toBeUndefined();
    const again = await ask(server.launchUrl, { headers: { cookie } });
    expect([again.status, again.headers.location]).toEqual([303, '/']);
  });

  it.each(['', '?token=', '?token=wrong', '?other=1'])('refuses %j and stays usable', async (query) => {
    expect((await ask(`${server.origin}/launch${query}`)).status).toBe(401);
    expect((await ask(server.launchUrl)).status).toBe(303);
  });

  it('gives no cookie to a first page load', async () => {
    const answer = await ask(`${server.origin}/`);
    expect(answer.status).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('without the cookie', () => {
  it.each(['/', '/index.html', '/assets/app.js', '/nothing'])(
    '%s says how to get in, and nothing else',
    async (url) => {
      const answer = await ask(`${server.origin}${url}`);
      expect(answer.status).toBe(401);
      expect(answer.body).toContain('start it again');
      expect(answer.body).not.toContain('renderer-marker');
    },
  );

  it('a call gets a readable refusal', async () => {
    const answer = await ask(`${server.origin}/api`, { method: 'POST', headers: callHeaders(''), body: CALL });
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it.each([
    ['another value', () => `groundwork-${port()}=${'A'.repeat(43)}`],
    ['an empty value', () => `groundwork-${port()}=`],
    ['the cookie of another port', (own: string) => own.replace(/^groundwork-\d+/, 'groundwork-1')],
    ['a longer name', (own: string) => `x${own}`],
    ['a cut value', (own: string) => own.slice(0, -1)],
  ])('%s does not count as one', async (_what, forge) => {
    const cookie = forge(await enter(server));
    expect((await ask(`${server.origin}/`, { headers: { cookie } })).status).toBe(401);
  });
});

describe('with the cookie', () => {
  it('the page and calls are answered, among other cookies too', async () => {
    const cookie = `a=b; ${await enter(server)}; c=d`;
    expect((await ask(`${server.origin}/`, { headers: { cookie } })).body).toContain('renderer-marker');
    const answer = await ask(`${server.origin}/api`, { method: 'POST', headers: callHeaders(cookie), body: CALL });
    expect(JSON.parse(answer.body)).toEqual({
      ok: true,
      value: { kind: 'list', reviews: [], unreadable: [], reading: 0 },
    });
  });

  it('a reload renews the cookie, so that a browser that was restarted still comes in', async () => {
    const cookie = await enter(server);
    const answer = await ask(`${server.origin}/`, { headers: { cookie, 'sec-fetch-site': 'none' } });
    expect(answer.headers['set-cookie']?.[0]).toContain(`${cookie};`);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/; Max-Age=\d{4,}/);
  });

  it.each(['localhost', '0.0.0.0', '[::1]', '127.0.0.2', '127.0.0.1.evil.example', 'evil.example', 'LOCALHOST'])(
    'the host %s is refused',
    async (name) => {
      const cookie = await enter(server);
      const answer = await ask(`${server.origin}/`, { headers: { cookie, host: `${name}:${port()}` } });
      expect(answer.status).toBe(403);
      expect(answer.body).not.toContain('renderer-marker');
    },
  );

  it.each(['127.0.0.1', '127.0.0.1:1', '127.0.0.1:80'])('the host %s without our port is refused', async (host) => {
    const cookie = await enter(server);
    expect((await ask(`${server.origin}/`, { headers: { cookie, host } })).status).toBe(403);
  });

  it.each([
    ['HTTP/1.1', ''],
    ['HTTP/1.0', ''],
    ['HTTP/1.1', 'Host: 127.0.0.1:PORT\r\nHost: evil.example\r\n'],
  ])('a request in %s with the host lines %j is refused', async (version, hosts) => {
    const cookie = await enter(server);
    const lines = hosts.replace('PORT', String(port()));
    const answer = await sendRaw(`GET / ${version}\r\n${lines}Cookie: ${cookie}\r\nConnection: close\r\n\r\n`);
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
    const cookie = await enter(server);
    const headers = { ...callHeaders(cookie), origin };
    const call = await ask(`${server.origin}/api`, { method: 'POST', headers, body: CALL });
    expect(call.status).toBe(403);
    expect(JSON.parse(call.body)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect((await ask(`${server.origin}/`, { headers: { cookie, origin } })).status).toBe(403);
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
    'a page load that is %s is refused, launch included',
    async (site) => {
      const headers = { 'sec-fetch-site': site };
      expect((await ask(server.launchUrl, { headers })).status).toBe(403);
      const cookie = await enter(server);
      expect((await ask(`${server.origin}/`, { headers: { ...headers, cookie } })).status).toBe(403);
    },
  );

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
    const cookie = await enter(server);
    const answer = await sendRaw(
      `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain('secret-marker');
  });

  it('an upgrade is refused, whatever it carries', async () => {
    const cookie = await enter(server);
    const upgrade = (host: string, origin: string) =>
      sendRaw(
        `GET / HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\n` +
          'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
    const host = `127.0.0.1:${port()}`;
    expect(await upgrade(host, server.origin)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await upgrade('evil.example', server.origin)).toMatch(/^HTTP\/1\.1 403 /);
    expect(await upgrade(host, 'http://evil.example')).toMatch(/^HTTP\/1\.1 403 /);
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
