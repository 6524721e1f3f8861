import { useCallback, useState } from 'react';
import type { Fault } from './fault.ts';

/** A fault on the screen; `title` says what it was that did not work, where the screen does not say so itself. */
export type ShownFault = Fault & { readonly title: string };

export interface Attempts {
  /** Why the last attempt did not work; null when it did. */
  readonly fault: ShownFault | null;
  readonly isBusy: boolean;
  /** Does a piece of work; its result, or null after its fault was shown. A fault that is still shown goes first. */
  readonly attempt: <Result extends { readonly kind: string }>(
    work: () => Promise<Result | Fault>,
    title?: string,
  ) => Promise<Exclude<Result, Fault> | null>;
  readonly show: (fault: Fault, title?: string) => void;
  readonly dismiss: () => void;
}

/** Attempts something that may fail, most of them calls, and holds the fault to show. */
export function useAttempt(): Attempts {
  const [fault, setFault] = useState<ShownFault | null>(null);
  const [isBusy, setBusy] = useState(false);
  const show = useCallback((shown: Fault, title = '') => setFault({ ...shown, title }), []);
  const dismiss = useCallback(() => setFault(null), []);
  const attempt: Attempts['attempt'] = useCallback(
    async (work, title) => {
      setBusy(true);
      dismiss();
      const result = await work();
      setBusy(false);
      if (!isFault(result)) return result as Exclude<Awaited<ReturnType<typeof work>>, Fault>;
      show(result, title);
      return null;
    },
    [dismiss, show],
  );
  return { fault, isBusy, attempt, show, dismiss };
}

function isFault(result: { readonly kind: string }): result is Fault {
  return result.kind === 'failed';
}
