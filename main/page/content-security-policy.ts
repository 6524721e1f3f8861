import { randomBytes } from 'node:crypto';

/**
 * Stands in the built index.html wherever the nonce of one page load belongs. Vite writes it there
 * (`html.cspNonce`); a host replaces it each time it serves the page.
 */
export const NONCE_PLACEHOLDER = '__GROUNDWORK_NONCE__';

/** The page as one load of it is served: its text, and the policy that goes with that text only. */
export interface SecuredPage {
  readonly html: string;
  readonly policy: string;
}

/**
 * Gives one load of the page its own nonce. Without it the strict policy would refuse the one style
 * element that react-aria makes at run time (touch behaviour of what can be pressed); react-aria
 * reads the nonce from `<meta property="csp-nonce">`.
 */
export function securePage(builtHtml: string): SecuredPage {
  const nonce = randomBytes(18).toString('base64');
  return { html: builtHtml.replaceAll(NONCE_PLACEHOLDER, nonce), policy: contentSecurityPolicy(`'nonce-${nonce}'`) };
}

/** The policy for everything but the page; it allows no inline style at all. */
export const CONTENT_SECURITY_POLICY = contentSecurityPolicy();

/** What a page of Groundwork may do, in either host: nothing but talk to its own origin. */
function contentSecurityPolicy(styleNonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", styleNonce].filter(Boolean).join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
