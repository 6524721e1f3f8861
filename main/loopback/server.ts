import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuseCall } from '#main/api/refusals.ts';
import type { Log } from '#main/files/log.ts';
import { CONTENT_SECURITY_POLICY, securePage } from '#main/page/content-security-policy.ts';
import { listRendererFiles, type RendererFile } from '#main/page/renderer-files.ts';
import type { Reply } from '#shared/contract/contract.ts';
import { type AccessControl, createAccessControl, LAUNCH_PATH, LOOPBACK_HOST } from './access.ts';
import { readCallBody } from './call-body.ts';
import { HOW_TO_GET_IN, refusalPage } from './refusal-page.ts';

/** Answers one call as it arrived: JSON text in, a reply out. */
type AnswerCall = (body: string) => Promise<Reply>;

export interface ServerOptions {
  readonly answer: AnswerCall;
  readonly log: Log;
  /** The built renderer; only the files that are in it now are served. */
  readonly rendererFolder: string;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Milliseconds that a request may take to arrive. */
  readonly requestTimeout?: number;
  /** Milliseconds that closing waits for calls; Node no longer times out slow requests then. */
  readonly patience?: number;
}

export interface RunningServer {
  readonly origin: string;
  readonly launchUrl: string;
  /** Whether a browser has come in through the launch address. */
  entered(): boolean;
  /** Takes no more connections, lets the running calls finish (bounded), then closes every connection. */
  close(): Promise<void>;
}

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/**
 * Serves the renderer and answers its calls on 127.0.0.1, to the one browser that was let in.
 * Rejects when the port is taken or the renderer has not been built.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { answer: answerCall, log, rendererFolder, port = 0, requestTimeout = 30_000, patience = 5_000 } = options;
  const files = await listRendererFiles(rendererFolder);
  const server = createServer({
    requestTimeout,
    headersTimeout: Math.min(requestTimeout, 10_000),
    connectionsCheckingInterval: Math.min(requestTimeout, 1_000),
  });
  await listen(server, port);
  const access = createAccessControl((server.address() as AddressInfo).port);
  const running = new Set<Promise<void>>();

  server.on('request', (request, response) => {
    const task = answer({ answerCall, files, access }, request, response)
      .catch((error: unknown) => {
        log.error('A request could not be answered', error);
        response.destroy();
      })
      .finally(() => running.delete(task));
    running.add(task);
  });
  // Node hands upgrades over without a request event, so they would slip past every check above.
  server.on('upgrade', (request, socket) => {
    const status = access.checkSource(request)?.status ?? 400;
    socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });

  return {
    origin: access.origin,
    launchUrl: access.launchUrl,
    entered: access.entered,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const deadline = new AbortController();
      const late = sleep(patience, undefined, { signal: deadline.signal }).catch(() => undefined);
      await Promise.race([Promise.all(running), late]);
      deadline.abort();
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK_HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

interface Site {
  readonly answerCall: AnswerCall;
  readonly files: ReadonlyMap<string, RendererFile>;
  readonly access: AccessControl;
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { access } = site;
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const isCall = path === '/api';
  const refusal = access.checkSource(request);
  if (refusal) return refuse(response, isCall, refusal.status, refusal.message);
  if (request.method !== (isCall ? 'POST' : 'GET')) {
    return refuse(response, isCall, 405, 'Groundwork does not answer this kind of request.');
  }
  if (path === LAUNCH_PATH && access.redeem(new URLSearchParams(query).get('token'))) {
    return send(response, 303, { Location: '/', 'Set-Cookie': access.cookieHeader });
  }
  if (!access.hasCookie(request)) return refuse(response, isCall, 401, HOW_TO_GET_IN);
  if (isCall) return answerPost(site, request, response);
  // The launch address again, say from the history of the browser that is already in.
  if (path === LAUNCH_PATH) return send(response, 303, { Location: '/' });
  return serveFile(site, path, response);
}

async function answerPost({ answerCall }: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readCallBody(request);
  if (!body.ok) return sendReply(response, body.status, body.reply);
  return sendReply(response, 200, await answerCall(body.text));
}

async function serveFile({ files, access }: Site, path: string, response: ServerResponse): Promise<void> {
  const file = files.get(path);
  if (!file) return refuse(response, false, 404, 'There is no such page. Open the workbook itself instead.');
  const headers = { 'Content-Type': file.contentType };
  if (!file.contentType.startsWith('text/html')) return send(response, 200, headers, await readFile(file.path));
  const page = securePage(await readFile(file.path, 'utf8'));
  const forPage = { 'Content-Security-Policy': page.policy, 'Set-Cookie': access.cookieHeader };
  return send(response, 200, { ...headers, ...forPage }, page.html);
}

function refuse(response: ServerResponse, isCall: boolean, status: number, message: string): Promise<void> {
  if (isCall) return sendReply(response, status, refuseCall('refused', message));
  return send(response, status, { 'Content-Type': 'text/html; charset=utf-8' }, refusalPage(message));
}

function sendReply(response: ServerResponse, status: number, reply: Reply): Promise<void> {
  return send(response, status, { 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify(reply));
}

/** Settles when the answer has gone out, or the browser has gone away. */
function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = '',
): Promise<void> {
  response.writeHead(status, { ...HEADERS, ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
  // Rejects when the connection broke, also when that was before we came to answer; there is nobody to tell.
  return finished(response).catch(() => undefined);
}
