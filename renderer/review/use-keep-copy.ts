import { useState } from 'react';
import { useToast } from '#renderer/components/toast.tsx';
import { explainCall } from '#renderer/host/explain-call.ts';
import type { ReviewSession } from './review-session.ts';

/**
 * Stores what is on the screen as a review of its own, and then goes to it. `problem` says why that
 * did not work; empty otherwise.
 */
export function useKeepCopy(session: ReviewSession, onKept: (id: string) => void) {
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  async function keep() {
    setBusy(true);
    setProblem('');
    try {
      const answer = await session.keepAsCopy();
      if (answer.kind === 'imported') {
        toast({ text: `Your version is now “${answer.title}”.` });
        onKept(answer.id);
      } else {
        setProblem(answer.message);
      }
    } catch (error) {
      setProblem(explainCall(error).message);
    }
    setBusy(false);
  }

  return { keep: () => void keep(), isBusy, problem };
}
