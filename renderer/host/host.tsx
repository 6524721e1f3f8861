import { createContext, useContext } from 'react';
import type { Client, Output } from '#shared/contract/contract.ts';

/** What every page works with: the host's calls, and what it is. */
export interface Host {
  readonly client: Client;
  readonly info: Output<'app.info'>;
}

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('useHost needs a HostContext around it');
  return host;
}
