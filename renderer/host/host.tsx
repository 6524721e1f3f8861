import { createContext, useContext } from 'react';
import type { Workspace } from '#renderer/review/workspace.ts';
import type { Client, Output } from '#shared/contract/contract.ts';

/** What every page works with: the host's calls, what it is, and the reviews open here. */
export interface Host {
  readonly client: Client;
  readonly info: Output<'app.info'>;
  readonly workspace: Workspace;
}

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('useHost needs a HostContext around it');
  return host;
}
