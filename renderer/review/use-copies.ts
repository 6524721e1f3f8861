import { useEffect, useState } from 'react';
import { useHost } from '#renderer/host/host.tsx';
import type { Answer } from '#shared/contract/contract.ts';

/** A copy of a review that another program put beside it. */
export type ReviewCopy = Answer<'copy.list'>['copies'][number];

/**
 * Copies of reviews in the data folder.
 * @param occasion looked for again whenever this changes, and not at all while it is null
 */
export function useCopies(occasion: unknown): readonly ReviewCopy[] {
  const { client } = useHost();
  const [copies, setCopies] = useState<readonly ReviewCopy[]>([]);
  useEffect(() => {
    if (occasion === null) return;
    let isGone = false;
    void client['copy.list']({}).then((answer) => {
      // Where the folder cannot be read, the list of reviews says so; copies are no reason to disturb.
      if (!isGone && answer.kind === 'list') setCopies(answer.copies);
    });
    return () => {
      isGone = true;
    };
  }, [client, occasion]);
  return copies;
}
