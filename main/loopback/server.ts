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
import { ENTER_PATH } from '#shared/contract/loopback-door.ts';
import { type AccessControl, createAccessControl, LOOPBACK_HOST } from './access.ts';
import { readCallBody, readToken } from './call-body.ts';
import { HOW_TO_GET_IN, refusalPage, SESSION_ENDED, TOO_LATE } from './refusal-page.ts';

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
  /** Milliseconds that a wrong secret is made to wait; one after the other, so that many at once guess no faster. */
  readonly guessDelay?: number;
  /** Told when the launch address is used a second time, which ends the session. */
  readonly onAlarm?: () => void;
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

/** More than a browser opens for all its tabs; others are turned away, so that nobody uses up what the computer has. */
const CONNECTION_LIMIT = 64;

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
  const { guessDelay = 500, onAlarm = () => undefined } = options;
  const files = await listRendererFiles(rendererFolder);
  const server = createServer({
    requestTimeout,
    headersTimeout: Math.min(requestTimeout, 10_000),
    connectionsCheckingInterval: Math.min(requestTimeout, 1_000),
  });
  server.maxConnections = CONNECTION_LIMIT;
  await listen(server, port);
  const access = createAccessControl((server.address() as AddressInfo).port);
  const running = new Set<Promise<void>>();
  let lastGuess: Promise<unknown> = Promise.resolve();
  const slowDown = async (): Promise<void> => {
    lastGuess = lastGuess.then(() => sleep(guessDelay, undefined, { ref: false }));
    await lastGuess;
  };
  const site: Site = { answerCall, files, access, slowDown, onAlarm };

  server.on('request', (request, response) => {
    const task = answer(site, request, response)
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
  readonly slowDown: () => Promise<void>;
  readonly onAlarm: () => void;
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { access, slowDown } = site;
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const isCall = path === '/api' || path === ENTER_PATH;
  const refusal = access.checkSource(request);
  if (refusal) return refuse(response, isCall, refusal.status, refusal.message);
  if (request.method !== (isCall ? 'POST' : 'GET')) {
    return refuse(response, isCall, 405, 'Groundwork does not answer this kind of request.');
  }
  if (!isCall) return serveFile(site, path, response);
  if (path === ENTER_PATH) return letIn(site, request, response);
  if (access.hasSession(request)) return answerPost(site, request, response);
  request.resume();
  await slowDown();
  return refuse(response, isCall, 401, access.isEnded() ? SESSION_ENDED : HOW_TO_GET_IN);
}

/** Exchanges the launch token for the session's secret. */
async function letIn(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { access, slowDown, onAlarm } = site;
  const token = await readToken(request);
  // The launch address again, say a second click on it, in the browser that is already in.
  if (access.hasSession(request)) return sendSession(response, null);
  const entry = access.enter(token);
  if (entry.kind === 'entered') return sendSession(response, entry.session);
  if (entry.kind === 'again') onAlarm();
  await slowDown();
  const message = { unknown: HOW_TO_GET_IN, expired: TOO_LATE, again: SESSION_ENDED }[entry.kind];
  return refuse(response, true, 401, message);
}

/** Null: the page goes on with the secret that it has. */
function sendSession(response: ServerResponse, session: string | null): Promise<void> {
  return send(response, 200, { 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify({ session }));
}

async function answerPost({ answerCall }: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readCallBody(request);
  if (!body.ok) return sendReply(response, body.status, body.reply);
  return sendReply(response, 200, await answerCall(body.text));
}

async function serveFile({ files }: Site, path: string, response: ServerResponse): Promise<void> {
  const file = files.get(path);
  if (!file) return refuse(response, false, 404, 'There is no such page. Open the workbook itself instead.');
  const headers = { 'Content-Type': file.contentType };
  if (!file.contentType.startsWith('text/html')) return send(response, 200, headers, await readFile(file.path));
  const page = securePage(await readFile(file.path, 'utf8'));
  return send(response, 200, { ...headers, 'Content-Security-Policy': page.policy }, page.html);
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
