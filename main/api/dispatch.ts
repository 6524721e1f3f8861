import { findings } from '#main/files/findings.ts';
import type { Log } from '#main/files/log.ts';
import { type Api, type CallError, contract, type Method, type Reply } from '#shared/contract/contract.ts';

/**
 * Validates a call against the contract and answers it. Both hosts end here, so both refuse the
 * same calls with the same words. Never throws, and never tells the caller about our insides.
 */
export async function dispatch(api: Api, log: Log, method: string, input: unknown): Promise<Reply> {
  if (!isMethod(method)) {
    return refuse('unknown-method', `There is no call named “${method.slice(0, 80)}”.`);
  }
  const parsed = contract[method].input.safeParse(input);
  if (!parsed.success) {
    return refuse('invalid-input', `The call ${method} does not have the expected form.`, findings(parsed.error));
  }
  try {
    // One entry of a union of functions cannot be called with the union of their inputs.
    const answer = api[method] as (input: unknown) => Promise<never>;
    return { ok: true, value: await answer(parsed.data) };
  } catch (error) {
    log.error(`${method} failed`, error);
    return refuse('internal', 'Something went wrong inside Groundwork. Nothing was changed; details are in the log.');
  }
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name);
}

function refuse(code: CallError['code'], message: string, details: readonly string[] = []): Reply {
  return { ok: false, error: { code, message, details } };
}
