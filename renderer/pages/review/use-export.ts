import { useState } from 'react';
import { sayCancelled } from '#renderer/base/voice.ts';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useJob } from '#renderer/host/use-job.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import type { Answer, CallFailure, Input } from '#shared/contract/contract.ts';

type Given<M extends 'record.export' | 'record.exportAdr' | 'record.exportStarter'> = Omit<
  Input<M>,
  'id' | 'revision' | 'job'
>;

type ExportAnswer = Answer<'record.export'> | Answer<'record.exportAdr'> | Answer<'record.exportStarter'>;

export type ExportRequest =
  | ({ readonly kind: 'file' } & Given<'record.export'>)
  | ({ readonly kind: 'adr' } & Given<'record.exportAdr'>)
  | ({ readonly kind: 'starter' } & Given<'record.exportStarter'>);

export type ExportState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | UnnamedExport
  | DoneExport;

/** The folder does not say how it names its records, so a person has to. */
export interface UnnamedExport {
  readonly kind: 'unnamed';
  readonly folder: string;
  readonly reason: string;
  readonly names: readonly string[];
  /** What was wrong with the name given last. */
  readonly fault: Fault | null;
  readonly isBusy: boolean;
}

export interface DoneExport {
  readonly kind: 'done';
  readonly path: string;
  readonly notes: readonly string[];
  /** A list of records that lacks the new one, with the line it would get; null when there is none. */
  readonly index: { readonly folder: string; readonly file: string; readonly line: string } | null;
}

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
  const { progress, run: watch, cancel } = useJob(sayCancelled);
  const [state, setState] = useState<ExportState>({ kind: 'asking' });

  function send(request: ExportRequest, what: { readonly id: string; readonly revision: number }) {
    if (request.kind === 'file') {
      const { kind: _, ...given } = request;
      return watch((job) => client['record.export']({ ...what, ...given, job }));
    }
    if (request.kind === 'starter') {
      return client['record.exportStarter']({ ...what, target: request.target });
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

  /** Exports under a name for a folder that did not say it. */
  async function name(unnamed: UnnamedExport, given: string) {
    setState({ ...unnamed, isBusy: true });
    onBusy(true);
    const target = { kind: 'folder', folder: unnamed.folder } as const;
    const after = await attempt({ kind: 'adr', target, replace: false, name: given });
    setState(after.kind === 'failed' ? { ...unnamed, isBusy: false, fault: after.fault } : after);
    onBusy(false);
  }

  /** Adds the line of a record to the list that lies beside it. */
  async function extendIndex(done: DoneExport) {
    if (!done.index) return;
    const target = { kind: 'folder', folder: done.index.folder } as const;
    const after = await attempt({ kind: 'adr', target, replace: false, extendIndex: true });
    if (after.kind === 'done') setState(after);
    else setState({ ...done, index: null, notes: [...done.notes, notExtended(done.index.file, after)] });
  }

  return {
    state,
    progress,
    name: (unnamed: UnnamedExport, given: string) => void name(unnamed, given),
    extendIndex: (done: DoneExport) => void extendIndex(done),
    run: (request: ExportRequest) => void run(request),
    cancel,
    again: () => setState({ kind: 'asking' }),
  };
}

function stateAfter(answer: ExportAnswer | CallFailure): ExportState {
  switch (answer.kind) {
    case 'exported':
      return { kind: 'done', path: answer.path, notes: notesOf(answer), index: indexOf(answer) };
    case 'unnamed':
      return { ...answer, fault: null, isBusy: false };
    case 'cancelled':
      return { kind: 'asking' };
    case 'stale':
      return { kind: 'failed', fault: CHANGED };
    case 'failed':
      return { kind: 'failed', fault: answer };
  }
}

type Exported = Extract<ExportAnswer, { kind: 'exported' }>;

function notesOf(answer: Exported): readonly string[] {
  if (!('superseded' in answer)) return answer.findings;
  return [
    ...(answer.superseded === null ? [] : [`Marked as superseded: ${answer.superseded}`]),
    ...answer.findings,
    ...(answer.index?.isExtended ? [`${answer.index.file} has a new line: ${answer.index.line}`] : []),
  ];
}

function indexOf(answer: Exported): DoneExport['index'] {
  if (!('index' in answer) || !answer.index || answer.index.isExtended) return null;
  const { file, line } = answer.index;
  return { folder: answer.folder, file, line };
}

function notExtended(file: string, state: ExportState): string {
  return `${file} was not changed. ${state.kind === 'failed' ? state.fault.message : 'Export again to try once more.'}`;
}
