import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import { targetOf, useRoute, type Visit } from '#renderer/base/use-route.ts';

/**
 * Moves the focus at every visit, also one to the same place: to what the address leads to, else to the heading.
 * @returns where the heading of the page belongs
 */
export function useArrival(onArrive: (target: string | null) => void): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useRoute();
  const arrive = useEffectEvent((to: Visit) => {
    const target = targetOf(to.route);
    onArrive(target);
    if (target !== null) {
      // After the page has opened what hides the place, and before the next key.
      queueMicrotask(() => {
        if (!focusAnchor(target)) heading.current?.focus();
      });
      return;
    }
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  });
  useEffect(() => arrive(place), [place]);
  return heading;
}
