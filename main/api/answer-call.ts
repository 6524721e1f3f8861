import * as z from 'zod';
import type { Log } from '#main/files/log.ts';
import type { Api, CallError, Reply } from '#shared/contract/contract.ts';
import { CALL_SIZE_LIMIT } from '#shared/contract/host-bridge.ts';
import { dispatch } from './dispatch.ts';

const callSchema = z.strictObject({ method: z.string(), input: z.unknown() });

/**
 * Answers one call as it arrived: JSON text `{"method":…,"input":…}`. Both hosts end here, so that a
 * malformed call is refused with the same words whichever way it came. Never throws.
 */
export async function answerCall(api: Api, log: Log, body: string): Promise<Reply> {
  if (Buffer.byteLength(body) > CALL_SIZE_LIMIT) return tooLarge();
  const call = callSchema.safeParse(parseJson(body));
  if (!call.success) return malformed();
  return dispatch(api, log, call.data.method, call.data.input);
}

/** Refuses a call that is larger than `CALL_SIZE_LIMIT`. */
export function tooLarge(): Reply {
  const limit = `${CALL_SIZE_LIMIT / 1024 / 1024} MB`;
  return refuseCall('too-large', `This is larger than Groundwork accepts at once (${limit}). Nothing was changed.`);
}

/** Refuses a call that is not the JSON text of a call. */
export function malformed(): Reply {
  return refuseCall('invalid-input', 'The call is not a JSON object with “method” and “input”. Nothing was changed.');
}

/** A reply that refuses a call before anything looked at its input. */
export function refuseCall(code: CallError['code'], message: string): Reply {
  return { ok: false, error: { code, message, details: [] } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
