import type { FoundPassage } from '#shared/search/result.ts';
import type { SectionKind } from '#shared/template/template.ts';

/** A place in the program, as the address after `#` names it. */
export type Route =
  /** `action`: what to begin there; `template`: address of the template to begin a review with. */
  | { readonly page: 'home'; readonly action: 'new' | 'import' | null; readonly template?: string }
  | { readonly page: 'templates' }
  /** `sealed`: id of the review whose sealed record is checked at once; null for files that are chosen. */
  | { readonly page: 'verify'; readonly sealed: string | null }
  | { readonly page: 'trash' }
  | { readonly page: 'overview' }
  | { readonly page: 'backups' }
  /** Two reviews beside each other; null where one is still to be chosen. */
  | { readonly page: 'compare'; readonly left: string | null; readonly right: string | null }
  | { readonly page: 'keys' }
  /** Another version of the review's template; `template` null: the newest of the library. */
  | { readonly page: 'template-update'; readonly review: string; readonly template: string | null }
  | { readonly page: 'record'; readonly review: string }
  /** What became of the decision; `item`: key of what to move to. */
  | { readonly page: 'follow-up'; readonly review: string; readonly item: string | null }
  /** What is due in all reviews. */
  | { readonly page: 'due' }
  /** What became of the review; `from` and `to`: states to compare, null for the usual ones. */
  | {
      readonly page: 'history';
      readonly review: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  /** All that is still open in the review, or all that is to be done; `person`: of whom, null for all. */
  | { readonly page: 'left' | 'to-do'; readonly review: string; readonly person: string | null }
  /** How the review is to be gone through, and the time that it takes. */
  | { readonly page: 'agenda'; readonly review: string }
  /** One thing at a time, for the room; `thing`: its anchor, null for the first. */
  | { readonly page: 'stage'; readonly review: string; readonly thing: string | null }
  /** One thing put to the vote; `thing`: its anchor, or `premortem`. */
  | { readonly page: 'vote'; readonly review: string; readonly thing: string }
  /** Another version of the review, to be merged into it. */
  | { readonly page: 'merge'; readonly review: string; readonly other: OtherVersion }
  /** Everything that was voted on. */
  | { readonly page: 'votes'; readonly review: string }
  /** What is worked on in another window, for the room. */
  | { readonly page: 'room'; readonly review: string }
  /** `section` null: the first one. `target`: anchor of the place to move to, see shared/review/anchor.ts. */
  | {
      readonly page: 'section';
      readonly review: string;
      readonly section: string | null;
      readonly target: string | null;
    };

/** A version of a review that lies beside it: a copy's file, or a review of its own. */
export type OtherVersion =
  | { readonly kind: 'copy'; readonly file: string }
  | { readonly kind: 'review'; readonly id: string };

export const HOME_HREF = '#/';
export const NEW_HREF = '#/new';
export const IMPORT_HREF = '#/import';
export const TEMPLATES_HREF = '#/templates';
export const VERIFY_HREF = '#/verify';
export const KEYS_HREF = '#/keys';
export const DUE_HREF = '#/due';
export const TRASH_HREF = '#/trash';
export const OVERVIEW_HREF = '#/overview';
export const BACKUPS_HREF = '#/backups';

/** A place within a review. */
export type ReviewRoute = Extract<Route, { readonly review: string }>;

/** A place within a review that is shown with the frame around it. */
export type DeskRoute = Exclude<ReviewRoute, { readonly page: 'stage' | 'room' | 'vote' }>;

/** Link to two reviews beside each other. */
export function compareHref(left?: string | null, right?: string | null): string {
  return ['#/compare', left ?? (right ? '-' : ''), right ?? ''].join('/').replace(/\/+$/, '');
}

/** Link to a new review made from a template. */
export function newReviewHref(templateSha256: string): string {
  return `${NEW_HREF}/${templateSha256}`;
}

/** Link to what another version of a review's template changes. */
export function templateUpdateHref(review: string, templateSha256?: string): string {
  return `#/review/${review}/template${templateSha256 === undefined ? '' : `/${templateSha256}`}`;
}

/** Link to the check of a review’s sealed record. */
export function verifySealedHref(review: string): string {
  return `${VERIFY_HREF}/${review}`;
}

/** Link to a section of a review, and to a place in it. */
export function sectionHref(review: string, section: SectionKind, target?: string): string {
  return `#/review/${review}/${section}${target === undefined ? '' : `/${encodeURIComponent(target)}`}`;
}

/** Link to a review where it starts. */
export function reviewHref(review: string): string {
  return `#/review/${review}`;
}

/** Link to a place of a review that a search found. */
export function passageHref(review: string, { part, place }: Pick<FoundPassage, 'part' | 'place'>): string {
  switch (part) {
    case 'review':
      return reviewHref(review);
    case 'to-do':
      return toDoHref(review);
    case 'votes':
      return votesHref(review);
    case 'history':
      return historyHref(review);
    case 'follow-up':
      return followUpHref(review, place || undefined);
    default:
      return sectionHref(review, part, place || undefined);
  }
}

/** Link to the record's preview. */
export function recordHref(review: string): string {
  return `#/review/${review}/record`;
}

/** Link to what became of a decision, and to something of it. */
export function followUpHref(review: string, item?: string): string {
  return `#/review/${review}/follow-up${item === undefined ? '' : `/${encodeURIComponent(item)}`}`;
}

/** Link to the states of a review, and to the comparison of two of them. */
export function historyHref(review: string, from?: string, to?: string): string {
  const states = [from, to].flatMap((state) => (state === undefined ? [] : [encodeURIComponent(state)]));
  return ['#/review', review, 'history', ...states].join('/');
}

/** Link to the agenda of a review. */
export function agendaHref(review: string): string {
  return `#/review/${review}/agenda`;
}

/** Link to all that is still open in a review. */
export function leftHref(review: string): string {
  return `#/review/${review}/left`;
}

/** Link to all that is to be done, and to what one person has to do. */
export function toDoHref(review: string, person?: string): string {
  return `#/review/${review}/to-do${person === undefined ? '' : `/${encodeURIComponent(person)}`}`;
}

/** What stands for the agenda where the stage names what it shows. */
export const AGENDA = 'agenda';

/** Link to the stage of a review, and to one thing on it. */
export function stageHref(review: string, thing?: string): string {
  return `#/review/${review}/stage${thing === undefined ? '' : `/${encodeURIComponent(thing)}`}`;
}

/** Link to one thing put to the vote, by its anchor. */
export function voteHref(review: string, thing: string): string {
  return `#/review/${review}/vote/${encodeURIComponent(thing)}`;
}

/** Link to everything that was voted on. */
export function votesHref(review: string): string {
  return `#/review/${review}/votes`;
}

/** Link to the page that merges another version into a review. */
export function mergeHref(review: string, other: OtherVersion): string {
  const name = other.kind === 'copy' ? other.file : other.id;
  return `#/review/${review}/merge/${other.kind}/${encodeURIComponent(name)}`;
}

/** Link to the window for the room. */
export function roomHref(review: string): string {
  return `#/review/${review}/room`;
}

/** Pages beside the list of reviews, by the first part of their address. */
const PAGES: Readonly<Record<string, (first?: string, second?: string) => Route>> = {
  templates: () => ({ page: 'templates' }),
  verify: (sealed) => ({ page: 'verify', sealed: sealed || null }),
  due: () => ({ page: 'due' }),
  trash: () => ({ page: 'trash' }),
  overview: () => ({ page: 'overview' }),
  backups: () => ({ page: 'backups' }),
  compare: (left, right) => ({ page: 'compare', left: left && left !== '-' ? left : null, right: right || null }),
  keys: () => ({ page: 'keys' }),
};

/** Reads an address; what is not understood leads home. */
export function parseRoute(hash: string): Route {
  const [name, review, section, target, last] = hash
    .replace(/^#\/?/, '')
    .split('/')
    .map((part) => decode(part));
  const page = name !== undefined && Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  if (page) return page(review, section);
  if (name === 'new' && review) return { page: 'home', action: 'new', template: review };
  if (name !== 'review' || !review) return { page: 'home', action: name === 'new' || name === 'import' ? name : null };
  return reviewRoute(review, section, target, last);
}

/** What stands behind a review's id in an address, and the place that it leads to. */
const PLACES: Readonly<Record<string, (review: string, target?: string, last?: string) => ReviewRoute>> = {
  record: (review) => ({ page: 'record', review }),
  agenda: (review) => ({ page: 'agenda', review }),
  left: (review, person) => ({ page: 'left', review, person: person || null }),
  'to-do': (review, person) => ({ page: 'to-do', review, person: person || null }),
  history: (review, from, to) => ({ page: 'history', review, from: from || null, to: to || null }),
  'follow-up': (review, item) => ({ page: 'follow-up', review, item: item || null }),
  stage: (review, thing) => ({ page: 'stage', review, thing: thing || null }),
  vote: (review, thing) => (thing ? { page: 'vote', review, thing } : { page: 'votes', review }),
  votes: (review) => ({ page: 'votes', review }),
  merge: (review, kind, name) => mergeRoute(review, kind, name),
  room: (review) => ({ page: 'room', review }),
  template: (review, template) => ({ page: 'template-update', review, template: template || null }),
};

/** The merge of what an address names; the review itself where it names nothing. */
function mergeRoute(review: string, kind?: string, name?: string): ReviewRoute {
  if (name && kind === 'copy') return { page: 'merge', review, other: { kind, file: name } };
  if (name && kind === 'review') return { page: 'merge', review, other: { kind, id: name } };
  return { page: 'section', review, section: null, target: null };
}

/** A place within a review; what is not understood is the page it starts with. */
function reviewRoute(review: string, section?: string, target?: string, last?: string): ReviewRoute {
  const place = section !== undefined && Object.hasOwn(PLACES, section) ? PLACES[section] : undefined;
  return place?.(review, target, last) ?? { page: 'section', review, section: section || null, target: target || null };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
