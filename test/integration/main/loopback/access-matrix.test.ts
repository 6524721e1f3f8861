import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerCall } from '#main/api/answer-call.ts';
import { type RunningServer, startServer } from '#main/loopback/server.ts';
import { SESSION_HEADER } from '#shared/contract/loopback-door.ts';
import { ask, enter, recordingLog, standInApi, writeRenderer } from './helpers.ts';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'];
const PATHS = ['/', '/api', '/enter', '/assets/app.js', '/secret.txt'];
const HOSTS = ['own', 'localhost', 'another', 'no port'] as const;
const ORIGINS = ['own', 'none', 'another', 'null'] as const;
const SECRETS = ['right', 'wrong', 'none'] as const;
const TYPES = ['application/json', 'text/plain'];
/** Requests under way at once; fewer than the host lets in. */
const AT_ONCE = 24;

interface Case {
  readonly method: string;
  readonly target: string;
  readonly host: (typeof HOSTS)[number];
  readonly origin: (typeof ORIGINS)[number];
  readonly secret: (typeof SECRETS)[number];
  readonly type: string;
}

let folder = '';
let server: RunningServer;
let session = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'groundwork-loopback-'));
  await writeRenderer(folder);
  const log = recordingLog();
  const answer = (body: string) => answerCall(standInApi(), log, body);
  server = await startServer({ guessDelay: 0, answer, log, rendererFolder: folder });
  session = await enter(server);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const CASES: readonly Case[] = METHODS.flatMap((method) =>
  PATHS.flatMap((target) =>
    HOSTS.flatMap((host) =>
      ORIGINS.flatMap((origin) =>
        SECRETS.flatMap((secret) => TYPES.map((type) => ({ method, target, host, origin, secret, type }))),
      ),
    ),
  ),
);

/** What the door has to answer, said once more and in one go. */
function expected({ method, target, host, origin, secret, type }: Case): number {
  const isCall = target === '/api' || target === '/enter';
  const isForeign =
    host !== 'own' || origin === 'another' || origin === 'null' || (origin === 'none' && method !== 'GET');
  if (isForeign) return 403;
  if (method !== (isCall ? 'POST' : 'GET')) return 405;
  if (!isCall) return target === '/secret.txt' ? 404 : 200;
  if (secret !== 'right') return 401;
  return target === '/api' && type !== 'application/json' ? 415 : 200;
}

async function answered({ method, target, host, origin, secret, type }: Case) {
  const { port } = new URL(server.origin);
  const hosts = {
    own: `127.0.0.1:${port}`,
    localhost: `localhost:${port}`,
    another: 'evil.example',
    'no port': '127.0.0.1',
  };
  const origins = { own: server.origin, none: '', another: 'http://evil.example', null: 'null' };
  const secrets = { right: session, wrong: 'A'.repeat(43), none: '' };
  const headers = {
    host: hosts[host],
    'content-type': type,
    ...(origins[origin] && { origin: origins[origin] }),
    ...(secrets[secret] && { [SESSION_HEADER]: secrets[secret] }),
  };
  const call = target === '/api' ? '{"method":"review.list","input":{}}' : 'no token';
  const body = method === 'POST' ? call : undefined;
  return ask(`${server.origin}${target}`, { method, headers, ...(body !== undefined && { body }) });
}

it('each of 2,880 requests is let in or refused as its method, path, host, origin, secret and type say', async () => {
  expect(CASES).toHaveLength(2880);
  const wrong: unknown[] = [];
  for (let at = 0; at < CASES.length; at += AT_ONCE) {
    await Promise.all(
      CASES.slice(at, at + AT_ONCE).map(async (entry) => {
        const { status, body, headers } = await answered(entry);
        const tells = body.includes('secret-marker') || headers['set-cookie'] || headers['access-control-allow-origin'];
        const isShown = body.includes('renderer-marker') || body.includes('"kind":"list"');
        if (status !== expected(entry) || tells || (status !== 200 && isShown)) wrong.push({ ...entry, status });
      }),
    );
  }
  expect(wrong).toEqual([]);
});
