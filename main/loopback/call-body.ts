import type { IncomingMessage } from 'node:http';
import { TextDecoder } from 'node:util';
import { malformed, refuseCall, tooLarge } from '#main/api/refusals.ts';
import type { Reply } from '#shared/contract/contract.ts';
import { CALL_SIZE_LIMIT } from '#shared/contract/host-bridge.ts';

/** Past this many bytes the sender is not heard out, only cut off. */
const PATIENCE = 4 * CALL_SIZE_LIMIT;

/** More than any launch token has, in bytes. */
const TOKEN_LIMIT = 100;

export type CallBody =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly reply: Reply };

/**
 * Reads the JSON text of a call. A body over the limit is read to its end but not kept: a browser that
 * is answered in the middle of sending reports a broken connection and never shows why.
 * Throws when the connection breaks, or when the sender goes on far past the limit.
 */
export async function readCallBody(request: IncomingMessage): Promise<CallBody> {
  // Node keeps the first of a doubled header, and something before us might keep the last.
  const types = request.headersDistinct['content-type'] ?? [];
  if (types.length !== 1 || !isJson(types[0])) {
    request.resume();
    return { ok: false, status: 415, reply: refuseCall('refused', 'A call has to be sent as application/json.') };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > PATIENCE) throw new Error('A call is far over the size limit.');
    if (size <= CALL_SIZE_LIMIT) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > CALL_SIZE_LIMIT) return { ok: false, status: 413, reply: tooLarge() };
  const text = decodeUtf8(Buffer.concat(chunks));
  return text === null ? { ok: false, status: 400, reply: malformed() } : { ok: true, text };
}

/** Reads the launch token that is the whole body; what is longer than any of ours is none. */
export async function readToken(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (text.length <= TOKEN_LIMIT) text += chunk.toString('latin1', 0, TOKEN_LIMIT + 1);
  }
  return text;
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json(;\s*charset=utf-8)?$/i.test(contentType ?? '');
}

/** Null when the bytes are not UTF-8: they would otherwise be altered silently. */
function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
