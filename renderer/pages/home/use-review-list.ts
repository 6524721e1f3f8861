import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useWorkspace } from '#renderer/review/use-workspace.ts';
import type { Answer } from '#shared/contract/contract.ts';

export type ReviewList =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'ready'; readonly list: Answer<'review.list'> };

/** A review whose latest changes are only in this window. */
export interface UnsavedReview {
  readonly id: string;
  readonly title: string;
}

/** The reviews in the data folder, read again whenever the window gets the focus. */
export function useReviewList(): {
  readonly state: ReviewList;
  readonly unsaved: readonly UnsavedReview[];
  readonly reload: () => void;
} {
  const { client } = useHost();
  const workspace = useWorkspace();
  const [state, setState] = useState<ReviewList>({ kind: 'loading' });
  const [unsaved, setUnsaved] = useState<readonly UnsavedReview[]>([]);

  const reload = useCallback(async () => {
    // What was just left may still be on its way to the disk.
    await workspace.flush();
    setUnsaved(workspace.unsaved().map((session) => ({ id: session.id, title: session.snapshot().document.title })));
    const list = await client['review.list']({});
    setState(list.kind === 'failed' ? { kind: 'failed', fault: list } : { kind: 'ready', list });
  }, [client, workspace]);

  useEffect(() => {
    const onFocus = () => void reload();
    onFocus();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [reload]);

  return { state, unsaved, reload: useCallback(() => void reload(), [reload]) };
}
