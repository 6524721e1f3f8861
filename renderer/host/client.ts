import type { Answer, CallFailure, Client, Method, Transport } from '#shared/contract/contract.ts';

type Call = (input: unknown) => Promise<Answer<Method> | CallFailure>;

/**
 * The contract as functions over a transport. None rejects: whatever goes wrong comes back as a `CallFailure`. Made as
 * they are asked for, so that the first page does without the contract and all that its schemas are made of.
 */
export function createClient(transport: Transport): Client {
  const calls = new Map<string, Call>();
  return new Proxy<Client>({} as Client, {
    get(_, name) {
      // Every call is named `noun.verb`; a promise, for one, looks for other names.
      if (typeof name !== 'string' || !name.includes('.')) return undefined;
      const made = calls.get(name) ?? ((input) => call(transport, name, input));
      calls.set(name, made);
      return made;
    },
  });
}

async function call(transport: Transport, method: string, input: unknown): Promise<Answer<Method> | CallFailure> {
  try {
    const reply = await transport(method, input);
    return reply.ok ? reply.value : { kind: 'failed', ...reply.error };
  } catch {
    const message = 'Something unexpected happened on this screen. Try again.';
    return { kind: 'failed', code: 'internal', message, details: [] };
  }
}
