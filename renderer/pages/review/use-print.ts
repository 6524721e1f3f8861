import { useToast } from '#renderer/components/toast.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';

const NOT_SAVED: Fault = {
  kind: 'failed',
  message: 'The latest changes are not saved yet, so the paper would lag behind the screen. See why, then print again.',
};

const CHANGED: Fault = {
  kind: 'failed',
  message: 'The review was changed elsewhere a moment ago, so nothing was printed. Open the review again.',
};

/** Has the record opened where the system shows PDF files, to be printed there. */
export function usePrint(session: ReviewSession) {
  const { client } = useHost();
  const toast = useToast();
  const { fault, isBusy, attempt, dismiss } = useAttempt();

  async function print() {
    const opened = await attempt(async () => {
      if (!(await session.flush())) return NOT_SAVED;
      const { id } = session;
      const answer = await client['record.print']({ id, revision: session.snapshot().saved.revision });
      return answer.kind === 'stale' ? CHANGED : answer;
    }, 'The record was not printed');
    if (opened) toast({ text: 'The record is open in your program for PDF files. Print it from there.' });
  }

  return { print: () => void print(), isBusy, fault, dismiss };
}
