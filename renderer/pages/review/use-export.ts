import { useState } from 'react';
import type { Input } from '#shared/contract.ts';
import { explainCall, type Fault } from '../../app/explain-call.ts';
import { useHost } from '../../app/host.tsx';
import type { ReviewSession } from '../../review/review-session.ts';

export type ExportRequest = Pick<Input<'record.export'>, 'form' | 'target'>;

export type ExportState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'done'; readonly path: string };

const NOT_SAVED: Fault = {
  code: 'not-saved',
  message:
    'The latest changes are not saved yet, so the file would lag behind the screen. Close this, see why, then export again.',
  details: [],
};

const CHANGED: Fault = {
  code: 'stale',
  message:
    'The review was changed elsewhere a moment ago, so nothing was exported. Close this and open the review again.',
  details: [],
};

/** Exports what is on the screen: saves first, then names the saved revision to the host. */
export function useExport(session: ReviewSession, onBusy: (isBusy: boolean) => void) {
  const { client } = useHost();
  const [state, setState] = useState<ExportState>({ kind: 'asking' });

  async function attempt(request: ExportRequest): Promise<ExportState> {
    if (!(await session.flush())) return { kind: 'failed', fault: NOT_SAVED };
    const { revision } = session.snapshot().saved;
    try {
      const answer = await client['record.export']({ id: session.id, revision, ...request });
      switch (answer.kind) {
        case 'exported':
          return { kind: 'done', path: answer.path };
        case 'cancelled':
          return { kind: 'asking' };
        case 'stale':
          return { kind: 'failed', fault: CHANGED };
        case 'failed':
          return { kind: 'failed', fault: answer };
      }
    } catch (error) {
      return { kind: 'failed', fault: explainCall(error) };
    }
  }

  async function run(request: ExportRequest) {
    setState({ kind: 'busy' });
    onBusy(true);
    setState(await attempt(request));
    onBusy(false);
  }

  return { state, run: (request: ExportRequest) => void run(request), again: () => setState({ kind: 'asking' }) };
}
