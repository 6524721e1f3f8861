import { setImmediate } from 'node:timers/promises';
import * as z from 'zod';
import type { Log } from '#main/files/log.ts';
import type { Api, Reply } from '#shared/contract/contract.ts';
import { CALL_SIZE_LIMIT } from '#shared/contract/host-bridge.ts';
import { dispatch } from './dispatch.ts';
import { malformed, tooLarge } from './refusals.ts';

/** Length of a call from which on other work gets its turn in between. */
const LARGE = 1024 * 1024;

const callSchema = z.strictObject({ method: z.string(), input: z.unknown() });

/**
 * Answers one call as it arrived: JSON text `{"method":…,"input":…}`. Both hosts end here, so that a
 * malformed call is refused with the same words whichever way it came. Never throws.
 */
export async function answerCall(api: Api, log: Log, body: string): Promise<Reply> {
  if (Buffer.byteLength(body) > CALL_SIZE_LIMIT) return tooLarge();
  const call = callSchema.safeParse(parseJson(body));
  if (!call.success) return malformed();
  // What a large call carries takes long to check, too. A small one, such as a save, is handed on at once.
  if (body.length > LARGE) await setImmediate();
  return dispatch(api, log, call.data.method, call.data.input);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
