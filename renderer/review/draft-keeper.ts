import { dropDraft, keepDraft } from './draft.ts';
import type { SessionSnapshot } from './review-session.ts';

/** Milliseconds after a change until it is kept, while the review cannot be saved. */
const PAUSE = 1_000;

/** What a draft is kept of. */
interface Kept {
  readonly snapshot: () => SessionSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Keeps in the browser what cannot be written to the disk, and at the end of the page what is not yet. Gone again as soon as
 * it is saved. Gives the way to end it.
 */
export function keepDrafts(session: Kept): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isKept = false;

  function keep(): void {
    clearTimeout(timer);
    timer = undefined;
    const { document, saved, save } = session.snapshot();
    if (save.kind !== 'saved') isKept = keepDraft({ document, saved, keptAt: new Date().toISOString() }) || isKept;
  }

  function follow(): void {
    const { save, document } = session.snapshot();
    if (save.kind === 'failed') timer ??= setTimeout(keep, PAUSE);
    else if (save.kind === 'saved' && isKept) {
      clearTimeout(timer);
      timer = undefined;
      isKept = false;
      dropDraft(document.id);
    }
  }

  const leave = session.subscribe(follow);
  // Tests without a page have none that ends.
  const page = typeof window === 'undefined' ? null : window;
  page?.addEventListener('pagehide', keep);
  return () => {
    leave();
    clearTimeout(timer);
    page?.removeEventListener('pagehide', keep);
  };
}
