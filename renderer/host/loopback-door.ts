import { ENTER_FRAGMENT, ENTER_PATH, SESSION_HEADER } from '#shared/contract/loopback-door.ts';

/** Where the session's secret is kept: of this origin, port included, and of all its windows. */
const SESSION_KEY = 'groundwork-session';

/**
 * The way to the host on 127.0.0.1: sends the text of a call and gives that of the reply. Before the first one it gets
 * in, when the page was opened by the launch address.
 */
export function loopbackCalls(): (call: string) => Promise<string> {
  // Kept here as well, for a browser that lets pages store nothing.
  let session = readSession();
  let entry: Promise<string | null> | null = null;

  const post = (path: string, body: string): Promise<Response> => {
    const headers = { 'content-type': 'application/json', [SESSION_HEADER]: session };
    return fetch(path, { method: 'POST', headers, body, redirect: 'error' });
  };
  /** Exchanges the token of the address for a session. Null when there is nothing to say; else the host's refusal. */
  const enter = async (): Promise<string | null> => {
    if (!location.hash.startsWith(ENTER_FRAGMENT)) return null;
    const response = await post(ENTER_PATH, location.hash.slice(ENTER_FRAGMENT.length));
    const text = await response.text();
    // Gone from the address bar and the history, now that it opens nothing any more.
    history.replaceState(null, '', '/');
    if (!response.ok) return text;
    session = givenSession(JSON.parse(text)) ?? session;
    keepSession(session);
    return null;
  };
  return async (call) => {
    entry ??= enter();
    try {
      const refusal = await entry;
      if (refusal !== null) return refusal;
    } catch (error) {
      // The host did not answer, so the token is still good.
      entry = null;
      throw error;
    }
    return (await post('/api', call)).text();
  };
}

function givenSession(reply: unknown): string | null {
  const given = typeof reply === 'object' && reply !== null && 'session' in reply ? reply.session : null;
  return typeof given === 'string' ? given : null;
}

function readSession(): string {
  try {
    return localStorage.getItem(SESSION_KEY) ?? '';
  } catch {
    return '';
  }
}

function keepSession(secret: string): void {
  try {
    localStorage.setItem(SESSION_KEY, secret);
  } catch {
    // This window is in all the same; only a reload or a second window needs a new start.
  }
}
