import { type ComponentType, lazy, useState } from 'react';
import { HomePage } from '#renderer/pages/home/home-page.tsx';

/** A page of its own file, with the way to load it. */
interface LazyPage<Props extends object> {
  readonly Page: ComponentType<Props>;
  readonly load: () => Promise<unknown>;
}

/**
 * A page that is loaded when it is first shown. One that is there already is drawn at once: React would wait for it all the
 * same, and once it has shown that something is being waited for, it keeps that on the screen for a third of a second.
 */
function pageOf<Props extends object>(fetchPage: () => Promise<ComponentType<Props>>): LazyPage<Props> {
  let there: ComponentType<Props> | null = null;
  const load = async () => {
    there = await fetchPage();
    return { default: there };
  };
  const Waited = lazy(load) as unknown as ComponentType<Props>;
  function Page(props: Props) {
    // The same one as long as it is shown.
    const [Shown] = useState(() => there ?? Waited);
    return <Shown {...props} />;
  }
  return { Page, load };
}

const review = pageOf(async () => (await import('#renderer/pages/review/review-page.tsx')).ReviewPage);
const templates = pageOf(async () => (await import('#renderer/pages/templates/templates-page.tsx')).TemplatesPage);
const keys = pageOf(async () => (await import('#renderer/pages/keys/keys-page.tsx')).KeysPage);
const due = pageOf(async () => (await import('#renderer/pages/due/due-page.tsx')).DuePage);
const trash = pageOf(async () => (await import('#renderer/pages/trash/trash-page.tsx')).TrashPage);
const overview = pageOf(async () => (await import('#renderer/pages/overview/overview-page.tsx')).OverviewPage);
const backups = pageOf(async () => (await import('#renderer/pages/backups/backups-page.tsx')).BackupsPage);
const compare = pageOf(async () => (await import('#renderer/pages/compare/compare-page.tsx')).ComparePage);
const verify = pageOf(async () => (await import('#renderer/pages/verify/verify-page.tsx')).VerifyPage);

// Each other page is loaded when it is first shown: what all of them need stays small. The list of reviews comes with the program, as
// some thirty small files less.
export { HomePage };
export const ReviewPage = review.Page;
export const TemplatesPage = templates.Page;
export const KeysPage = keys.Page;
export const DuePage = due.Page;
export const TrashPage = trash.Page;
export const OverviewPage = overview.Page;
export const BackupsPage = backups.Page;
export const ComparePage = compare.Page;
export const VerifyPage = verify.Page;

/** Loads the page of a review, where the program starts with one. A page that cannot be loaded says so where it is shown. */
export async function loadReviewPage(): Promise<void> {
  await review.load().catch(() => undefined);
}

/** Milliseconds after the first page was shown, for what it asks of the host. */
const FIRST_QUESTIONS = 500;

/** Loads the pages that were not shown yet, once nothing else is to do, so that going to one of them takes no time. */
export function loadOtherPages(): void {
  setTimeout(() => {
    whenIdle(() => {
      for (const page of [review, verify, templates, keys, trash, due, overview, backups, compare])
        page.load().catch(() => undefined);
    });
  }, FIRST_QUESTIONS);
}

/** Calls when nothing else is to do; soon after, where the browser cannot say so. */
function whenIdle(call: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(call);
  else setTimeout(call, 200);
}
