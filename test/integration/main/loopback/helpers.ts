import { mkdir, writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import * as z from 'zod';
import type { Log } from '#main/files/log.ts';
import type { RunningServer } from '#main/loopback/server.ts';
import { NONCE_PLACEHOLDER } from '#main/page/content-security-policy.ts';
import { type Api, contract } from '#shared/contract/contract.ts';
import { ENTER_FRAGMENT, ENTER_PATH, SESSION_HEADER } from '#shared/contract/loopback-door.ts';

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** Sends one request with exactly these headers; unlike `fetch`, any Host and Origin. */
export function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, {
      method: options.method ?? 'GET',
      headers: options.headers ?? {},
      agent: false,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    request.end(options.body);
  });
}

/** Sends the token of a launch address, as the page does; with the secret of a session, when there is one. */
export function sendToken(launchUrl: string, session = ''): Promise<Answer> {
  const { origin, hash } = new URL(launchUrl);
  const headers = { origin, 'sec-fetch-site': 'same-origin', [SESSION_HEADER]: session };
  return ask(`${origin}${ENTER_PATH}`, { method: 'POST', headers, body: hash.slice(ENTER_FRAGMENT.length) });
}

/** Goes in through the launch address; gives the secret of the session. */
export async function enter({ launchUrl }: Pick<RunningServer, 'launchUrl'>): Promise<string> {
  const { body } = await sendToken(launchUrl);
  return z.object({ session: z.string() }).parse(JSON.parse(body)).session;
}

/** A built renderer in miniature, with a file beside it that must never be served. */
export async function writeRenderer(folder: string): Promise<void> {
  const page = `<!doctype html><meta property="csp-nonce" nonce="${NONCE_PLACEHOLDER}"><title>renderer-marker</title>`;
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await writeFile(path.join(folder, 'index.html'), page);
  await writeFile(path.join(folder, 'assets', 'app.js'), '// renderer-marker\n');
  await writeFile(path.join(folder, 'secret.txt'), 'secret-marker');
}

/** An API that answers `review.list`; every other call fails with a path in its message. */
export function standInApi(overrides: Partial<Api> = {}): Api {
  const fail = async () => {
    throw new Error('at /home/somebody/secret-path');
  };
  const failing = Object.fromEntries(Object.keys(contract).map((method) => [method, fail])) as unknown as Api;
  return {
    ...failing,
    'review.list': async () => ({ kind: 'list', reviews: [], unreadable: [], reading: 0 }),
    ...overrides,
  };
}

export interface RecordingLog extends Log {
  readonly faults: readonly unknown[];
}

export function recordingLog(): RecordingLog {
  const faults: unknown[] = [];
  return { faults, info: () => undefined, error: (_message, cause) => faults.push(cause) };
}
