import { agendaHref, sectionHref, toDoHref, votesHref } from '#renderer/base/routes.ts';
import { changedElement, lookAtPage, markChanged, type PageLook } from '#renderer/base/show-changed.ts';
import { reveal } from '#renderer/base/use-reveal.ts';
import { navigate } from '#renderer/base/use-route.ts';
import type { Step } from '#renderer/review/session-role.ts';
import { type ChangedPage, type ChangedPlace, changedPlaces } from '#shared/review/changed-places.ts';
import type { Template } from '#shared/template/template.ts';

/** Time in ms within which a page that was gone to has drawn all of its rows. */
const DRAWN = 2_000;

/** The review that is open, and the page of it that is shown. */
export interface ShownReview {
  readonly id: string;
  readonly template: Template;
  readonly page: ChangedPage | null;
}

/** Looks for what the last step changed while its page is being drawn. */
let search: MutationObserver | null = null;

/** Notes what the page shows before a step back or forth. */
export function lookBeforeStep(): PageLook {
  return lookAtPage(document.body);
}

/**
 * Shows what a step back or forth changed: goes to its page unless that is shown, opens what hides it, brings it into view
 * and marks it. The focus stays where it is within a page, so that the next step is one key away.
 */
export function showStep({ before, after }: Step, look: PageLook, { id, template, page }: ShownReview): void {
  search?.disconnect();
  search = null;
  const places = changedPlaces(before, after);
  const isHere = (place: ChangedPlace) => place.page === page || place.page === 'review';
  const place = places.find(isHere) ?? places.find((one) => hrefOf(id, one.page, template) !== null);
  if (!place) return;
  const href = hrefOf(id, place.page, template);
  if (isHere(place) || href === null) {
    reveal(place.path);
    mark(place, look);
    return;
  }
  navigate(href);
  // What the page says is no other than what it said, as it was not there.
  const fresh: PageLook = { controls: new Map(), rows: new Map() };
  // After the page has drawn its head, which it begins with.
  const observer = new MutationObserver(() => mark(place, fresh) && observer.disconnect());
  search = observer;
  requestAnimationFrame(() => {
    // Another step has begun meanwhile.
    if (search !== observer) return;
    reveal(place.path);
    if (mark(place, fresh)) return;
    observer.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => observer.disconnect(), DRAWN);
  });
}

function mark(place: ChangedPlace, look: PageLook): boolean {
  const element = changedElement(place.page === 'review' ? document.body : pageShown(), place, look);
  if (element) markChanged(element);
  return element !== null;
}

function pageShown(): Element {
  return document.querySelector('main') ?? document.body;
}

/** Where a part of the review is shown; null where no page shows it. */
function hrefOf(id: string, page: ChangedPage, { sections }: Template): string | null {
  switch (page) {
    case 'review':
      return null;
    case 'to-do':
      return toDoHref(id);
    case 'agenda':
      return agendaHref(id);
    case 'votes':
      return votesHref(id);
    default:
      return sections.some(({ kind }) => kind === page) ? sectionHref(id, page) : null;
  }
}
