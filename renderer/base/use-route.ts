import { useSyncExternalStore } from 'react';
import { parseRoute, type Route } from './routes.ts';

/** The place shown, and a number that grows with every visit, also to the place one is already at. */
export interface Visit {
  readonly route: Route;
  readonly visit: number;
}

let current: Visit = { route: parseRoute(location.hash), visit: 0 };
/** The address of the last arrival. */
let arrivedAt = location.hash;
const listeners = new Set<() => void>();

/** The review that was on screen last. */
let lastReview: string | null = null;

function arrive(): void {
  if ('review' in current.route) lastReview = current.route.review;
  arrivedAt = location.hash;
  current = { route: parseRoute(location.hash), visit: current.visit + 1 };
  for (const listener of listeners) listener();
}

addEventListener('hashchange', () => {
  if (location.hash !== arrivedAt) arrive();
});
// Following a link to where one already is changes no address, but should lead there again.
addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (link && !event.defaultPrevented && link.getAttribute('href') === location.hash) arrive();
});

/** The place that the address names; another object for every visit. */
export function useRoute(): Visit {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** The review that was left last, so that the list can lead back to it; null before the first. */
export function reviewLeft(): string | null {
  return lastReview;
}

/** Goes to a place of the program, at once: the browser tells of a new address only after keys that wait already. */
export function navigate(href: string): void {
  location.hash = href;
  arrive();
}

/** Goes to a place instead of the one shown: the browser's way back does not stop here. */
export function navigateInstead(href: string): void {
  history.replaceState(null, '', href);
  arrive();
}

/** Whether the address leads to a place within its page. */
export function leadsInside(): boolean {
  return targetOf(current.route) !== null;
}

/** The anchor that a place leads to, for pages that have to open or unfilter something for it. */
export function targetOf(route: Route): string | null {
  return route.page === 'section' ? route.target : null;
}
