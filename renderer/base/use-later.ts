import { useDeferredValue, useState } from 'react';
import { leadsInside } from './use-route.ts';

/**
 * Whether what is out of sight is drawn, too: not yet when a page opens, so that what is in view is there at once, and
 * from the next drawing on, which gives way to keys. At once where the address leads to a place within the page.
 */
export function useLater(): boolean {
  const [isAtOnce] = useState(leadsInside);
  return useDeferredValue(true, isAtOnce);
}

/** How many rows of a long list are drawn: as many as fill a screen when its page opens, all of them right after. */
export function useRowsDrawn(first: number): number {
  return useLater() ? Number.POSITIVE_INFINITY : first;
}
