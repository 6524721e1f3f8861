import { useCallback, useEffect, useState } from 'react';
import type { Output } from '#shared/contract.ts';
import { explainCall, type Fault } from '../../app/explain-call.ts';
import { useHost } from '../../app/host.tsx';

export type ReviewList =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | {
      readonly kind: 'ready';
      readonly list: Output<'review.list'>;
      /** Titles and ids of reviews whose changes are only in this window. */
      readonly unsaved: readonly { readonly id: string; readonly title: string }[];
    };

/** The reviews in the data folder, read again whenever the window gets the focus. */
export function useReviewList(): { readonly state: ReviewList; readonly reload: () => void } {
  const { client, workspace } = useHost();
  const [state, setState] = useState<ReviewList>({ kind: 'loading' });

  const reload = useCallback(async () => {
    // What was just left may still be on its way to the disk.
    await workspace.flush();
    const unsaved = workspace
      .unsaved()
      .map((session) => ({ id: session.id, title: session.snapshot().document.title }));
    try {
      const list = await client['review.list']({});
      setState({ kind: 'ready', list, unsaved });
    } catch (error) {
      setState({ kind: 'failed', fault: explainCall(error) });
    }
  }, [client, workspace]);

  useEffect(() => {
    const onFocus = () => void reload();
    onFocus();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [reload]);

  return { state, reload: useCallback(() => void reload(), [reload]) };
}
