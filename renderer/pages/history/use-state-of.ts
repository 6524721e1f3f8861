import { useEffect, useState } from 'react';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { ReviewDocument } from '#shared/review/review.ts';
import { supersededContent } from '#shared/review/superseded-content.ts';

/** The present state of a review, and the signed one that it supersedes, beside the ids of milestones. */
export const NOW = 'now';
export const SIGNED = 'signed';

export type StateOfReview =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'ready'; readonly document: ReviewDocument };

/** The document of one state of a review: as it is now, as it was or was kept, or what it supersedes. */
export function useStateOf(review: ReviewDocument, state: string): StateOfReview {
  const { client } = useHost();
  const { id } = review;
  const isKept = state !== NOW && state !== SIGNED;
  const [kept, setKept] = useState<StateOfReview>({ kind: 'loading' });

  useEffect(() => {
    if (!isKept) return undefined;
    let isGone = false;
    setKept({ kind: 'loading' });
    const asked = isVersion(state)
      ? client['version.open']({ id, version: state })
      : client['milestone.open']({ id, milestone: state });
    void asked.then((answer) => {
      if (isGone) return;
      setKept(answer.kind === 'failed' ? { kind: 'failed', fault: answer } : { ...answer, kind: 'ready' });
    });
    return () => {
      isGone = true;
    };
  }, [client, id, state, isKept]);

  if (isKept) return kept;
  const document = state === NOW ? review : supersededContent(review);
  return document ? { kind: 'ready', document } : { kind: 'failed', fault: UNREADABLE };
}

/** A version goes by the name of its file, a milestone by its id. */
function isVersion(state: string): boolean {
  return state.endsWith('.json');
}

const UNREADABLE: Fault = { kind: 'failed', message: 'The text of the superseded record is not in this review.' };
