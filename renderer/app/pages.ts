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

/**
 * Begins to load what the program starts with, before the host has answered; and the other pages once that is there
 * and nothing else is to do, so that going to one of them takes no time.
 */
export function loadFirstPages(isReview: boolean): void {
  const [first, ...others] = isReview ? [review, home] : [home, review];
  void first().then(() =>
    whenIdle(() => {
      for (const page of [...others, verify, templates, keys]) void page();
    }),
  );
}

/** Calls when nothing else is to do; soon after, where the browser cannot say so. */
function whenIdle(call: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(call);
  else setTimeout(call, 200);
}
