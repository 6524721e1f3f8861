import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The one address that the host listens on and its window may reach: this computer's own, by number, so that no name has to be looked up. */
export const LOOPBACK_HOST = '127.0.0.1';

/** Where the launch token is exchanged for the cookie. */
export const LAUNCH_PATH = '/launch';

/** Seconds that a browser keeps the cookie after the page was last loaded; it opens nothing once the host has ended. */
const COOKIE_LIFETIME = 24 * 60 * 60;

/** Why a request is turned away: the HTTP status, and what a person reads. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 405;
  readonly message: string;
}

/** Decides who may talk to one run of the loopback host. */
export interface AccessControl {
  readonly origin: string;
  /** The address that lets one browser in; it works once. */
  readonly launchUrl: string;
  /** The cookie that proves a browser was let in, as a `Set-Cookie` header. */
  readonly cookieHeader: string;
  /** Whether the launch address has been used. */
  entered(): boolean;
  /** Whether a request, upgrades included, is addressed to us and comes from our own page or the address bar. */
  checkSource(request: IncomingMessage): Refusal | null;
  /** Uses up the token of a launch address. False when it is wrong or was used before. */
  redeem(token: string | null): boolean;
  /** Whether the request carries our cookie. */
  hasCookie(request: IncomingMessage): boolean;
}

/** Makes the secrets of one run: a launch token and the cookie's value, 32 random bytes each. */
export function createAccessControl(port: number): AccessControl {
  const host = `${LOOPBACK_HOST}:${port}`;
  const origin = `http://${host}`;
  const token = randomBytes(32).toString('base64url');
  // Cookies do not know ports: without ours in the name, two hosts would overwrite each other's.
  const cookieName = `groundwork-${port}`;
  const secret = randomBytes(32).toString('base64url');
  let redeemed = false;

  return {
    origin,
    launchUrl: `${origin}${LAUNCH_PATH}?token=${token}`,
    cookieHeader: `${cookieName}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${COOKIE_LIFETIME}`,
    entered: () => redeemed,
    checkSource: (request) => checkSource(request, host, origin),
    redeem(candidate) {
      if (redeemed || candidate === null || !sameSecret(candidate, token)) return false;
      redeemed = true;
      return true;
    },
    hasCookie: (request) => cookieValues(request, cookieName).some((value) => sameSecret(value, secret)),
  };
}

function checkSource(request: IncomingMessage, host: string, origin: string): Refusal | null {
  const { host: hosts = [], origin: origins = [], 'sec-fetch-site': sites = [] } = request.headersDistinct;
  if (hosts.length !== 1) return { status: 400, message: 'The request does not say which host it is for.' };
  if (hosts[0] !== host) return { status: 403, message: 'The request is for another host.' };
  if (origins.some((entry) => entry !== origin)) return foreign;
  // Only a page can send anything but a GET, and a page's request names its origin.
  if (request.method !== 'GET' && origins.length !== 1) return foreign;
  if (sites.some((site) => site !== 'same-origin' && (site !== 'none' || request.method !== 'GET'))) return foreign;
  return null;
}

const foreign: Refusal = {
  status: 403,
  message: 'The request comes from another site. Open the address from the terminal in the address bar instead.',
};

function cookieValues(request: IncomingMessage, name: string): readonly string[] {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}

/** Compares in a time that says nothing about where two secrets differ, or how long they are. */
function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
