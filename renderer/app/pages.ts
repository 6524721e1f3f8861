import { lazy } from 'react';

const home = async () => ({ default: (await import('#renderer/pages/home/home-page.tsx')).HomePage });
const review = async () => ({ default: (await import('#renderer/pages/review/review-page.tsx')).ReviewPage });

// Each page is loaded when it is first shown: what all of them need stays small.
export const HomePage = lazy(home);
export const ReviewPage = lazy(review);
export const TemplatesPage = lazy(async () => ({
  default: (await import('#renderer/pages/templates/templates-page.tsx')).TemplatesPage,
}));
export const KeysPage = lazy(async () => ({ default: (await import('#renderer/pages/keys/keys-page.tsx')).KeysPage }));
export const VerifyPage = lazy(async () => ({
  default: (await import('#renderer/pages/verify/verify-page.tsx')).VerifyPage,
}));

/**
 * Begins to load what the program starts with, before the host has answered; and the page of a review once that is
 * there, because nearly everybody goes on to one.
 */
export function loadFirstPages(isReview: boolean): void {
  if (isReview) void review();
  else void home().then(() => requestIdleCallback(() => void review()));
}
