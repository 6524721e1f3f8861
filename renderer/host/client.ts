import {
  type Answer,
  type CallFailure,
  type Client,
  contract,
  type Method,
  type Transport,
} from '#shared/contract/contract.ts';

/** The contract as functions over a transport. None rejects: whatever goes wrong comes back as a `CallFailure`. */
export function createClient(transport: Transport): Client {
  const calls = Object.keys(contract).map((method) => [method, (input: unknown) => call(transport, method, input)]);
  return Object.fromEntries(calls) as Client;
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
