import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useToast } from '#renderer/components/toast.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { ReviewEditor } from './editor.ts';
import { ReviewSession, type SessionSnapshot } from './review-session.ts';
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

/** The review as it is now, and the means to change it. */
export function useEditor(session: ReviewSession): {
  readonly snapshot: SessionSnapshot;
  readonly editor: ReviewEditor;
} {
  const { client } = useHost();
  const toast = useToast();
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const { document, contentSha256, isSealed } = snapshot;

  const openLink = useCallback(
    async (url: string) => {
      const answer = await client['link.open']({ url });
      if (answer.kind === 'failed') toast({ text: answer.message });
    },
    [client, toast],
  );

  const editor = useMemo<ReviewEditor>(
    () => ({
      document,
      template: session.template,
      contentSha256,
      isSealed,
      update: (change, key) => session.update(change, key),
      commit: (change) => session.commit(change),
      flush: async () => ((await session.flush()) ? session.snapshot().saved.revision : null),
      newId: () => crypto.randomUUID(),
      now: () => new Date().toISOString(),
      openLink: (url) => void openLink(url),
    }),
    [document, contentSha256, isSealed, session, openLink],
  );
  return { snapshot, editor };
}
