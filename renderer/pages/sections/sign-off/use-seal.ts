import { useCallback, useEffect, useRef, useState } from 'react';
import { sayCancelled } from '#renderer/base/voice.ts';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useJob } from '#renderer/host/use-job.ts';
import type { JobProgress } from '#renderer/host/watch-job.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { usePaper } from '#renderer/review/paper-choice.tsx';
import { useDocument, useSession } from '#renderer/review/use-document.ts';
import type { Answer } from '#shared/contract/contract.ts';
import { witnessInstead } from '#shared/kinds/sign-off/edit.ts';

export type SealView = { readonly kind: 'unknown' | 'sealing' } | Fault | Answer<'seal.state'>;

export interface Seal {
  readonly view: SealView;
  /** How far a long sealing is. */
  readonly progress: JobProgress | null;
  readonly run: () => void;
  /** Ends a sealing under way, if it is not too late. */
  readonly cancel: () => void;
  /** Seals with the workbook's key for approvers whose own certificates are not at hand, and notes it. */
  readonly runWithout: (approvers: readonly string[]) => void;
}

/**
 * The sealed record of the review on the screen, and the way to it.
 * @param isShown whether the sign-off page is on the screen; elsewhere only that certificates are waited for matters
 */
export function useSeal(editor: ReviewEditor, isShown: boolean): Seal {
  const { client } = useHost();
  const paper = usePaper();
  const { progress, run: watch, cancel } = useJob(sayCancelled);
  const [view, setView] = useState<SealView>({ kind: 'unknown' });
  const isSealing = useRef(false);
  const { flush, id } = editor;
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  const closings = useDocument(editor, (review) => review.closings);
  const deprecated = useDocument(editor, (review) => review.deprecated);
  const supersededBy = useDocument(editor, (review) => review.supersededBy);
  const signatures = useDocument(editor, ({ signOff }) => signOff.signatures);
  const isLookedAt = isSealed && (isShown || signatures.some(({ certificate }) => certificate));

  /** The seal of what is on disk, with the revision that is there. */
  const ask = useCallback(async () => {
    const revision = await flush();
    if (revision === null) return NOT_SAVED;
    const state = await client['seal.state']({ id });
    return state.kind === 'failed' ? state : ({ kind: 'asked', state, revision } as const);
  }, [client, flush, id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is added to a signed review leaves its sealed record behind
  useEffect(() => {
    if (!isLookedAt) return undefined;
    let isCurrent = true;
    const look = async () => {
      const asked = await ask();
      // A sealing under way says itself how it ended.
      if (isCurrent && !isSealing.current) setView(asked.kind === 'asked' ? asked.state : asked);
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [isLookedAt, isShown, id, closings, deprecated, supersededBy]);

  async function attempt(): Promise<SealView> {
    const asked = await ask();
    if (asked.kind === 'failed') return asked;
    setView({ kind: 'sealing' });
    const answer = await watch((job) => client['record.seal']({ id, revision: asked.revision, paper, job }));
    if (answer.kind === 'cancelled') return asked.state;
    return answer.kind === 'stale' ? CHANGED : answer;
  }

  async function run() {
    if (isSealing.current) return;
    isSealing.current = true;
    setView(await attempt());
    isSealing.current = false;
  }

  return {
    view,
    progress,
    run: () => void run(),
    cancel,
    runWithout: (approvers) => {
      editor.commit((review) => witnessInstead(review, approvers, editor.moment()));
      void run();
    },
  };
}

const NOT_SAVED: Fault = {
  kind: 'failed',
  message: 'The latest changes are not saved yet. See why, then seal the record.',
};
const CHANGED: Fault = {
  kind: 'failed',
  message: 'The review was changed elsewhere a moment ago. Open it again, then seal it.',
};
