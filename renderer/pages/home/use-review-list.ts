import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useWorkspace } from '#renderer/review/use-workspace.ts';
import type { Answer, Client } from '#shared/contract/contract.ts';

export type ReviewList =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'ready'; readonly list: Answer<'review.list'> };

/** The list once all of it is read; null before, or where it cannot be. */
export function wholeList(state: ReviewList): Answer<'review.list'> | null {
  return state.kind === 'ready' && state.list.reading === 0 ? state.list : null;
}

/** A review whose latest changes are only in this window. */
export interface UnsavedReview {
  readonly id: string;
  readonly title: string;
}

/** Milliseconds before a list that still fills is asked for again; each time twice as long, up to a second. */
const FIRST_PAUSE = 125;
const LONGEST_PAUSE = 1_000;

/** The reviews in the data folder, read again whenever the window gets the focus; a long list is shown as it fills. */
export function useReviewList(): {
  readonly state: ReviewList;
  readonly unsaved: readonly UnsavedReview[];
  readonly reload: () => void;
} {
  const { client } = useHost();
  const workspace = useWorkspace();
  const [state, setState] = useState<ReviewList>({ kind: 'loading' });
  const [unsaved, setUnsaved] = useState<readonly UnsavedReview[]>([]);
  const latest = useRef<AbortController | null>(null);

  const reload = useCallback(async () => {
    latest.current?.abort();
    const following = new AbortController();
    latest.current = following;
    // What was just left may still be on its way to the disk.
    await workspace.flush();
    setUnsaved(workspace.unsaved().map((session) => ({ id: session.id, title: session.snapshot().document.title })));
    await followList(client, following.signal, setState);
  }, [client, workspace]);

  useEffect(() => {
    const onFocus = () => void reload();
    onFocus();
    window.addEventListener('focus', onFocus);
    return () => {
      window.removeEventListener('focus', onFocus);
      latest.current?.abort();
    };
  }, [reload]);

  return { state, unsaved, reload: useCallback(() => void reload(), [reload]) };
}

/** Asks for the list, and again until all of it is read or nobody wants it any more. */
export async function followList(
  client: Pick<Client, 'review.list'>,
  signal: AbortSignal,
  show: (state: ReviewList) => void,
): Promise<void> {
  let goOn = false;
  for (let pause = FIRST_PAUSE; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const list = await client['review.list'](goOn ? { goOn } : {});
    if (signal.aborted) return;
    show(list.kind === 'failed' ? { kind: 'failed', fault: list } : { kind: 'ready', list });
    if (list.kind === 'failed' || list.reading === 0) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
    goOn = true;
  }
}
