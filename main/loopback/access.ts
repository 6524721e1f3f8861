import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ENTER_FRAGMENT, SESSION_HEADER } from '#shared/contract/loopback-door.ts';

/** The one address that the host listens on and its window may reach: this computer's own, by number, so that no name has to be looked up. */
export const LOOPBACK_HOST = '127.0.0.1';

/** Milliseconds for which the launch address lets a browser in. */
const LAUNCH_LIFETIME = 10 * 60_000;

/** Why a request is turned away: the HTTP status, and what a person reads. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 405 | 415;
  readonly message: string;
}

/**
 * What became of a launch token. `again`: it had been used, so somebody else may have read it and come in first; the
 * session is ended.
 */
export type Entry =
  | { readonly kind: 'entered'; readonly session: string }
  | { readonly kind: 'unknown' | 'expired' | 'again' };

/** Decides who may talk to one run of the loopback host. */
export interface AccessControl {
  readonly origin: string;
  /** The address that lets one browser in, once and for ten minutes. */
  readonly launchUrl: string;
  /** Whether the launch address has been used. */
  entered(): boolean;
  /** Whether a request, upgrades included, is addressed to us and comes from our own page or the address bar. */
  checkSource(request: IncomingMessage): Refusal | null;
  /** Uses up a launch token. */
  enter(token: string): Entry;
  /** Whether the request carries the secret of the session, which has not been ended. */
  hasSession(request: IncomingMessage): boolean;
  /** Whether the session was ended because the launch address was used twice. */
  isEnded(): boolean;
}

/** Makes the secrets of one run: a launch token and the session's, 32 random bytes each. `now` is in milliseconds. */
export function createAccessControl(port: number, now: () => number = Date.now): AccessControl {
  const host = `${LOOPBACK_HOST}:${port}`;
  const origin = `http://${host}`;
  const token = randomBytes(32).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  const expires = now() + LAUNCH_LIFETIME;
  let state: 'waiting' | 'entered' | 'ended' = 'waiting';

  return {
    origin,
    launchUrl: `${origin}/${ENTER_FRAGMENT}${token}`,
    entered: () => state !== 'waiting',
    checkSource: (request) => checkSource(request, host, origin),
    enter(candidate) {
      if (!sameSecret(candidate, token)) return { kind: 'unknown' };
      if (state !== 'waiting') {
        state = 'ended';
        return { kind: 'again' };
      }
      if (now() > expires) return { kind: 'expired' };
      state = 'entered';
      return { kind: 'entered', session };
    },
    hasSession(request) {
      const values = request.headersDistinct[SESSION_HEADER] ?? [];
      const [value] = values;
      return state === 'entered' && values.length === 1 && value !== undefined && sameSecret(value, session);
    },
    isEnded: () => state === 'ended',
  };
}

function checkSource(request: IncomingMessage, host: string, origin: string): Refusal | null {
  const { host: hosts = [], origin: origins = [], 'sec-fetch-site': sites = [] } = request.headersDistinct;
  if (request.httpVersion !== '1.1') return { status: 400, message: 'Groundwork answers HTTP/1.1 only.' };
  if (hosts.length !== 1) return { status: 400, message: 'The request does not say which host it is for.' };
  if (hosts[0] !== host) return { status: 403, message: 'The request is for another host.' };
  if (origins.some((entry) => entry !== origin)) return foreign;
  // Only a page can send anything but a GET, and a page's request names its origin.
  if (request.method !== 'GET' && origins.length !== 1) return foreign;
  if (sites.some((site) => site !== 'same-origin') && !isPageLoad(request)) return foreign;
  return null;
}

/**
 * Whether a browser asks for the page to show it in a window of its own: from the address bar, or led there by our
 * launch file, which it takes for another site. What is served then holds nothing of the person's.
 */
function isPageLoad(request: IncomingMessage): boolean {
  const {
    'sec-fetch-site': [site] = [],
    'sec-fetch-mode': [mode] = [],
    'sec-fetch-dest': [dest] = [],
  } = request.headersDistinct;
  if (request.method !== 'GET') return false;
  return (
    site === 'none' || (request.url === '/' && site === 'cross-site' && mode === 'navigate' && dest === 'document')
  );
}

const foreign: Refusal = {
  status: 403,
  message: 'The request comes from another site. Open the address from the terminal in the address bar instead.',
};

/** Compares in a time that says nothing about where two secrets differ, or how long they are. */
function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
