import type { CallError, Reply } from '#shared/contract/contract.ts';
import { CALL_SIZE_LIMIT } from '#shared/contract/host-bridge.ts';

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
