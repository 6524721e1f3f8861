import { reviewHref } from '#renderer/base/routes.ts';
import { useToast } from '#renderer/components/toast.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';

/** What can be done with the file of an open review. */
export function useReviewFile(session: ReviewSession) {
  const { client } = useHost();
  const toast = useToast();
  const { fault, attempt, dismiss } = useAttempt();
  const { id } = session;

  async function duplicate() {
    // A copy of what is on the screen, not of what was saved last.
    await session.flush();
    const copy = await attempt(() => client['review.duplicate']({ id }), 'The review was not duplicated');
    if (copy) toast({ text: `Duplicated as “${copy.title}”.`, action: { text: 'Open', href: reviewHref(copy.id) } });
  }

  async function reveal() {
    await attempt(() => client['review.reveal']({ id }), 'The file was not shown');
  }

  return { duplicate: () => void duplicate(), reveal: () => void reveal(), fault, dismiss };
}
