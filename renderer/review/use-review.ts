import { useCallback, useEffect, useMemo, useState } from 'react';
import { useToast } from '#renderer/components/toast.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { editorOf, type ReviewEditor } from './editor.ts';
import { ReviewSession } from './review-session.ts';
import { useWorkspace } from './use-workspace.ts';

export type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'ready'; readonly session: ReviewSession };

/** Loads a review for the page that shows it, once, and lets it go, saved, when the page is left. */
export function useReview(id: string): Loaded {
  const workspace = useWorkspace();
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });

  useEffect(() => {
    let isGone = false;
    let opened: ReviewSession | null = null;
    void workspace.open(id).then((answer) => {
      if (answer instanceof ReviewSession) opened = answer;
      if (isGone) {
        if (opened) void workspace.leave(opened);
      } else {
        setLoaded(
          answer instanceof ReviewSession ? { kind: 'ready', session: answer } : { kind: 'failed', fault: answer },
        );
      }
    });
    return () => {
      isGone = true;
      if (opened) void workspace.leave(opened);
    };
  }, [id, workspace]);

  return loaded;
}

/** The means to show and change an open review. */
export function useEditor(session: ReviewSession): ReviewEditor {
  const { client } = useHost();
  const toast = useToast();

  const openLink = useCallback(
    async (url: string) => {
      const answer = await client['link.open']({ url });
      if (answer.kind === 'failed') toast({ text: answer.message });
    },
    [client, toast],
  );

  return useMemo(() => editorOf(session, (url) => void openLink(url)), [session, openLink]);
}
