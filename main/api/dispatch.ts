import { FailureError } from '#main/files/failure.ts';
import { findings } from '#main/files/findings.ts';
import type { Log } from '#main/files/log.ts';
import {
  type Api,
  type CallError,
  contract,
  type FallibleMethod,
  type Method,
  type Reply,
} from '#shared/contract/contract.ts';
import { failureSchema } from '#shared/contract/contract-parts.ts';
import { SaveCheck } from './check-save.ts';

/** For saves, which come with every change. What a part is does not depend on whose it is, so one is enough for all. */
const saves = new SaveCheck();

/**
 * Validates a call against the contract and answers it. Both hosts end here, so both refuse the
 * same calls with the same words. A `FailureError` becomes the failure that the contract has an answer for; any other
 * error, and one from a call without such an answer, is a fault of ours: the caller only hears that there was one.
 * Never throws.
 */
export async function dispatch(api: Api, log: Log, method: string, input: unknown): Promise<Reply> {
  if (!isMethod(method)) {
    return refuse('unknown-method', `There is no call named “${method.slice(0, 80)}”.`);
  }
  const quick = method === 'review.save' ? saves.check(input) : null;
  const parsed = quick ? ({ success: true, data: quick } as const) : contract[method].input.safeParse(input);
  if (!parsed.success) {
    return refuse('invalid-input', `The call ${method} does not have the expected form.`, findings(parsed.error));
  }
  try {
    // One entry of a union of functions cannot be called with the union of their inputs.
    const answer = api[method] as (input: unknown) => Promise<never>;
    return { ok: true, value: await answer(parsed.data) };
  } catch (error) {
    if (error instanceof FailureError && canFail(method)) {
      if (error.cause !== undefined) log.error(error.message, error.cause);
      return { ok: true, value: error.failure };
    }
    log.error(`${method} failed`, error);
    return refuse('internal', 'Something went wrong inside Groundwork. Nothing was changed; details are in the log.');
  }
}

/** Whether the contract lets a call answer with a failure. */
export function canFail(method: Method): method is FallibleMethod {
  const { output } = contract[method];
  return 'options' in output && output.options.some((option) => option === failureSchema);
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name);
}

function refuse(code: CallError['code'], message: string, details: readonly string[] = []): Reply {
  return { ok: false, error: { code, message, details } };
}
