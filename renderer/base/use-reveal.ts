import { useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';
import type { ChangeStep } from '#shared/base/json-change.ts';

type Opener = (path: readonly ChangeStep[]) => void;

const openers = new Set<Opener>();

/** Opens what folds away or filters out the place that a path of a review leads to, for pages that can hide it. */
export function useReveal(open: Opener): void {
  const opener = useEffectEvent(open);
  useEffect(() => {
    const own: Opener = (path) => opener(path);
    openers.add(own);
    return () => void openers.delete(own);
  }, []);
}

/** Has the page open what hides the place, before this returns. The focus stays where it is. */
export function reveal(path: readonly ChangeStep[]): void {
  flushSync(() => {
    for (const open of openers) open(path);
  });
}
