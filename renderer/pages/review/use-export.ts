import { useState } from 'react';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useJob } from '#renderer/host/use-job.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import type { Answer, CallFailure, Input } from '#shared/contract/contract.ts';

type Given<M extends 'record.export' | 'record.exportAdr'> = Omit<Input<M>, 'id' | 'revision' | 'job'>;

type ExportAnswer = Answer<'record.export'> | Answer<'record.exportAdr'>;

export type ExportRequest =
  | ({ readonly kind: 'file' } & Given<'record.export'>)
  | ({ readonly kind: 'adr' } & Given<'record.exportAdr'>);

export type ExportState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'done'; readonly path: string; readonly notes: readonly string[] };

const NOT_SAVED: Fault = {
  kind: 'failed',
  message:
    'The latest changes are not saved yet, so the file would lag behind the screen. Close this, see why, then export again.',
};

const CHANGED: Fault = {
  kind: 'failed',
  message:
    'The review was changed elsewhere a moment ago, so nothing was exported. Close this and open the review again.',
};

/** Exports what is on the screen: saves first, then names the saved revision to the host. */
export function useExport(session: ReviewSession, onBusy: (isBusy: boolean) => void) {
  const { client } = useHost();
  const { progress, run: watch, cancel } = useJob();
  const [state, setState] = useState<ExportState>({ kind: 'asking' });

  function send(request: ExportRequest, what: { readonly id: string; readonly revision: number }) {
    if (request.kind === 'file') {
      const { kind: _, ...given } = request;
      return watch((job) => client['record.export']({ ...what, ...given, job }));
    }
    const { kind: _, ...given } = request;
    return client['record.exportAdr']({ ...what, ...given });
  }

  async function attempt(asked: ExportRequest): Promise<ExportState> {
    if (!(await session.flush())) return { kind: 'failed', fault: NOT_SAVED };
    const { revision } = session.snapshot().saved;
    return stateAfter(await send(asked, { id: session.id, revision }));
  }

  async function run(request: ExportRequest) {
    setState({ kind: 'busy' });
    onBusy(true);
    setState(await attempt(request));
    onBusy(false);
  }

  return {
    state,
    progress,
    run: (request: ExportRequest) => void run(request),
    cancel,
    again: () => setState({ kind: 'asking' }),
  };
}

function stateAfter(answer: ExportAnswer | CallFailure): ExportState {
  switch (answer.kind) {
    case 'exported':
      return { kind: 'done', path: answer.path, notes: notesOf(answer) };
    case 'cancelled':
      return { kind: 'asking' };
    case 'stale':
      return { kind: 'failed', fault: CHANGED };
    case 'failed':
      return { kind: 'failed', fault: answer };
  }
}

function notesOf(answer: Extract<ExportAnswer, { kind: 'exported' }>): readonly string[] {
  if (!('superseded' in answer) || answer.superseded === null) return answer.findings;
  return [`Marked as superseded: ${answer.superseded}`, ...answer.findings];
}
