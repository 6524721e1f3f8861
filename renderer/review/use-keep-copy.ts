import { useToast } from '#renderer/components/toast.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { ReviewSession } from './review-session.ts';

/** Stores what is on the screen, or another state of it, as a review of its own, and then goes to it. */
export function useKeepCopy(session: ReviewSession, onKept: (id: string) => void) {
  const toast = useToast();
  const { fault, isBusy, attempt } = useAttempt();

  async function keepAs(of: ReviewDocument | null) {
    const kept = await attempt(() => session.keepAsCopy(of));
    if (!kept) return;
    toast({ text: `Your version is now “${kept.title}”.` });
    onKept(kept.id);
  }

  return { keep: (of: ReviewDocument | null = null) => void keepAs(of), isBusy, fault };
}
