import type { Finding } from '#shared/verify.ts';

/** A finding about a signature by its number, or about the file. */
export function finding(code: Finding['code'], signature: number | null = null, detail = ''): Finding {
  return { code, signature, detail };
}
