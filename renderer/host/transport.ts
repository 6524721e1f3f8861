import type { CallError, Reply, Transport } from '#shared/contract/contract.ts';
import { CALL_SIZE_LIMIT, type HostBridge } from '#shared/contract/host-bridge.ts';
import { loopbackCalls } from './loopback-door.ts';

declare global {
  interface Window {
    /** Set by Electron's preload script; absent in the loopback host. */
    readonly groundworkHost?: HostBridge;
  }
}

/** The way to the host this page runs in. This is the renderer's only check of which one that is. */
export function hostTransport(): Transport {
  const carry = window.groundworkHost?.call ?? loopbackCalls();
  return async (method, input) => {
    const body = JSON.stringify({ method, input });
    if (new TextEncoder().encode(body).byteLength > CALL_SIZE_LIMIT) {
      return refuse('too-large', 'This is larger than Groundwork accepts at once. Nothing was changed.');
    }
    try {
      return readReply(await carry(body));
    } catch {
      return refuse(
        'unreachable',
        'The program behind this window does not answer. Try again; if it has stopped, start Groundwork anew, which opens a window of its own.',
      );
    }
  };
}

/** Calls `listener` for each command of a native menu; hosts without one never call. Returns how to stop. */
export function onMenuCommand(listener: Parameters<HostBridge['onCommand']>[0]): () => void {
  return window.groundworkHost?.onCommand(listener) ?? (() => {});
}

/** The host's answers are typed, so only what answers is checked: any other program could own the port by now. */
function readReply(text: string): Reply {
  const reply: unknown = JSON.parse(text);
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) throw new TypeError('This is not a reply.');
  return reply as Reply;
}

function refuse(code: CallError['code'], message: string): Reply {
  return { ok: false, error: { code, message, details: [] } };
}
