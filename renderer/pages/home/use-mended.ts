import { useEffect, useRef, useState } from 'react';
import { useHost } from '#renderer/host/host.tsx';
import type { Answer } from '#shared/contract/contract.ts';
import type { ReviewList } from './use-review-list.ts';

/** A review that was damaged and is back. */
export type MendedReview = Extract<Answer<'review.mend'>, { kind: 'mended' }>;

const REVIEW_FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/;

/**
 * Has reviews brought back whose files cannot be read, each once, and tells which are back.
 * @param reload lists the reviews again
 */
export function useMended(state: ReviewList, reload: () => void): readonly MendedReview[] {
  const { client } = useHost();
  const [mended, setMended] = useState<readonly MendedReview[]>([]);
  const tried = useRef(new Set<string>());
  const unreadable = state.kind === 'ready' ? state.list.unreadable : NONE;

  useEffect(() => {
    const ids = unreadable
      .flatMap(({ file }) => REVIEW_FILE.exec(file)?.[1] ?? [])
      .filter((id) => !tried.current.has(id));
    for (const id of ids) {
      tried.current.add(id);
      void client['review.mend']({ id }).then((answer) => {
        // Where it cannot be mended, the list goes on saying why it cannot be read.
        if (answer.kind !== 'mended') return;
        setMended((before) => [...before, answer]);
        reload();
      });
    }
  }, [client, unreadable, reload]);
  return mended;
}

const NONE: readonly never[] = [];
