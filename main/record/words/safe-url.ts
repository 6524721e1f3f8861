import { LINK_SCHEMES } from '#shared/base/link-schemes.ts';

/** An address that may be clicked, in plain ASCII; null for others. See `LINK_SCHEMES`. */
export function safeUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return LINK_SCHEMES.has(url.protocol) ? url.href : null;
}
