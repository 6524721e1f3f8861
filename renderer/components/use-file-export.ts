import { useState } from 'react';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { isBlank } from '#shared/base/limits.ts';
import type { Answer, CallFailure, Input } from '#shared/contract/contract.ts';

type Target = Input<'template.export'>['target'];
type Written = Extract<Answer<'template.export'>, { readonly kind: 'exported' }>;

type State =
  | { readonly kind: 'asking' | 'busy' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'done'; readonly path: string; readonly findings: readonly string[] };

/** Where a file is to go, and how writing it there went. */
export interface FileExport {
  readonly state: State;
  readonly fault: Fault | null;
  readonly isBusy: boolean;
  /** Whether all that has to be said is said. */
  readonly isReady: boolean;
  readonly folder: string;
  readonly fileName: string;
  readonly setFolder: (folder: string) => void;
  /** @param name null for the suggested one */
  readonly setFileName: (name: string | null) => void;
  /** @param replace whether over a file of that name */
  readonly run: (replace: boolean) => void;
  readonly again: () => void;
}

/** Asks where a file is to go, where the host has no dialog for that, and has it written. */
export function useFileExport(
  suggested: string,
  write: (
    target: Target,
  ) => Promise<Written | Extract<Answer<'template.export'>, { readonly kind: 'cancelled' }> | CallFailure>,
): FileExport {
  const { info } = useHost();
  const [folder, setFolder] = useState(info.exportFolder);
  const [ownName, setFileName] = useState<string | null>(null);
  const [state, setState] = useState<State>({ kind: 'asking' });
  const fileName = ownName ?? suggested;
  const isBusy = state.kind === 'busy';
  const isReady = info.saveDialog || (!isBlank(folder) && !isBlank(fileName));

  async function run(replace: boolean) {
    if (isBusy || !isReady) return;
    setState({ kind: 'busy' });
    const answer = await write(info.saveDialog ? { kind: 'ask' } : { kind: 'named', folder, fileName, replace });
    if (answer.kind === 'exported') setState({ kind: 'done', path: answer.path, findings: answer.findings });
    else setState(answer.kind === 'failed' ? { kind: 'failed', fault: answer } : { kind: 'asking' });
  }

  return {
    state,
    fault: state.kind === 'failed' ? state.fault : null,
    isBusy,
    isReady,
    folder,
    fileName,
    setFolder,
    setFileName,
    run: (replace) => void run(replace),
    again: () => setState({ kind: 'asking' }),
  };
}
