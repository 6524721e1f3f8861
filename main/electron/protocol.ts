import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import type { Log } from '#main/files/log.ts';
import { CONTENT_SECURITY_POLICY, securePage } from '#main/page/content-security-policy.ts';
import { listRendererFiles, type RendererFile } from '#main/page/renderer-files.ts';
import { APP_SCHEME, isAppUrl } from './app-origin.ts';

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
} as const;

/** Gives `app:` the rights of an ordinary secure web origin. To be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the built renderer, and nothing else, to the pages of a session. */
export async function serveRenderer(session: Session, rendererFolder: string, log: Log): Promise<void> {
  const files = await listRendererFiles(rendererFolder);
  session.protocol.handle(APP_SCHEME, (request) => answerRequest(request, files, log));
}

/** Answers one request out of the list of files; an address that is not on it does not exist. */
export async function answerRequest(
  request: Request,
  files: ReadonlyMap<string, RendererFile>,
  log: Log,
): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const file = isAppUrl(request.url) ? files.get(new URL(request.url).pathname) : undefined;
  if (!file) return refusal(404);
  try {
    const content = await readFile(file.path);
    const headers = { ...HEADERS, 'content-type': file.contentType };
    if (!file.contentType.startsWith('text/html')) return new Response(content, { headers });
    const { html, policy } = securePage(content.toString('utf8'));
    return new Response(html, { headers: { ...headers, 'content-security-policy': policy } });
  } catch (error) {
    log.error('A file of the renderer cannot be read', error);
    return refusal(500);
  }
}

function refusal(status: 404 | 405 | 500): Response {
  return new Response(null, { status, headers: HEADERS });
}
