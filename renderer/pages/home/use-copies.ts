import { useEffect, useState } from 'react';
import { useHost } from '#renderer/host/host.tsx';
import type { Answer } from '#shared/contract/contract.ts';
import type { ReviewList } from './use-review-list.ts';

/** A copy of a review that another program put beside it. */
export type ReviewCopy = Answer<'copy.list'>['copies'][number];

/** Copies of reviews in the data folder, looked for again whenever the list is. */
export function useCopies(state: ReviewList): readonly ReviewCopy[] {
  const { client } = useHost();
  const [copies, setCopies] = useState<readonly ReviewCopy[]>([]);
  const list = state.kind === 'ready' && state.list.reading === 0 ? state.list : null;
  useEffect(() => {
    if (!list) return;
    let isGone = false;
    void client['copy.list']({}).then((answer) => {
      // Where the folder cannot be read, the list itself says so.
      if (!isGone && answer.kind === 'list') setCopies(answer.copies);
    });
    return () => {
      isGone = true;
    };
  }, [client, list]);
  return copies;
}
