import { lazy } from 'react';

const home = async () => ({ default: (await import('#renderer/pages/home/home-page.tsx')).HomePage });
const review = async () => ({ default: (await import('#renderer/pages/review/review-page.tsx')).ReviewPage });
const templates = async () => ({
  default: (await import('#renderer/pages/templates/templates-page.tsx')).TemplatesPage,
});
const keys = async () => ({ default: (await import('#renderer/pages/keys/keys-page.tsx')).KeysPage });
const verify = async () => ({ default: (await import('#renderer/pages/verify/verify-page.tsx')).VerifyPage });

// Each page is loaded when it is first shown: what all of them need stays small.
export const HomePage = lazy(home);
export const ReviewPage = lazy(review);
export const TemplatesPage = lazy(templates);
export const KeysPage = lazy(keys);
export const VerifyPage = lazy(verify);

/** Begins to load the page that the program starts with, before the host has answered. */
export function loadFirstPage(isReview: boolean): void {
  void (isReview ? review() : home());
}

/** Milliseconds after the first page was shown, for what it asks of the host. */
const FIRST_QUESTIONS = 500;

/** Loads the pages that were not shown yet, once nothing else is to do, so that going to one of them takes no time. */
export function loadOtherPages(): void {
  setTimeout(() => {
    whenIdle(() => {
      for (const page of [review, home, verify, templates, keys]) void page();
    });
  }, FIRST_QUESTIONS);
}

/** Calls when nothing else is to do; soon after, where the browser cannot say so. */
function whenIdle(call: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(call);
  else setTimeout(call, 200);
}
