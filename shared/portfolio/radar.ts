import type { ReviewSummary } from '#shared/review/summary.ts';

/** Rings from the middle outwards, and quadrants, as the Technology Radar names them. */
export const RINGS = ['Adopt', 'Trial', 'Assess', 'Hold'] as const;
export const QUADRANTS = ['Techniques', 'Platforms', 'Tools', 'Languages & Frameworks'] as const;

export type Ring = (typeof RINGS)[number];
export type Quadrant = (typeof QUADRANTS)[number];

/** One decision on the radar. */
export interface Blip {
  readonly review: ReviewSummary;
  /** The candidate, and what it is for. */
  readonly name: string;
  readonly ring: Ring;
  readonly quadrant: Quadrant;
  /** How it came there since the revision before. */
  readonly status: 'new' | 'moved in' | 'moved out' | 'no change';
}

/** The quadrant of a review that no tag names. */
const USUAL_QUADRANT: Quadrant = 'Languages & Frameworks';

/**
 * The decisions of some reviews as a radar: a choice for the candidate is Adopt, or Trial where its name says so, one that leaves
 * it open is Assess, one against it Hold. A tag with the name of a quadrant puts a review there.
 * @param all the reviews among which earlier revisions are looked up
 */
export function radarOf(reviews: readonly ReviewSummary[], all: readonly ReviewSummary[]): readonly Blip[] {
  const byId = new Map(all.map((review) => [review.id, review]));
  return reviews
    .flatMap((review): readonly Blip[] => {
      const ring = ringOf(review);
      if (ring === null || review.signOff === 'not-agreed') return [];
      const before = review.supersedes === null ? undefined : byId.get(review.supersedes);
      return [{ review, name: nameOf(review), ring, quadrant: quadrantOf(review), status: statusOf(ring, before) }];
    })
    .toSorted(
      (left, right) => RINGS.indexOf(left.ring) - RINGS.indexOf(right.ring) || (left.name < right.name ? -1 : 1),
    );
}

/** The columns of “Build your own radar” (Thoughtworks), in their order. */
export const RADAR_COLUMNS = ['name', 'ring', 'quadrant', 'isNew', 'status', 'description'] as const;

/** The rows that “Build your own radar” reads, each value a text; descriptions are HTML there. */
export function radarRows(blips: readonly Blip[]): readonly Readonly<Record<(typeof RADAR_COLUMNS)[number], string>>[] {
  return blips.map(({ review, name, ring, quadrant, status }) => ({
    name,
    ring,
    quadrant,
    isNew: status === 'new' ? 'TRUE' : 'FALSE',
    status,
    description: descriptionOf(review),
  }));
}

function ringOf({ decision }: ReviewSummary): Ring | null {
  if (decision === null) return null;
  if (decision.lean === 'against') return 'Hold';
  if (decision.lean === 'open') return 'Assess';
  return /\b(?:trial|pilot|try)\b/iu.test(decision.name) ? 'Trial' : 'Adopt';
}

function quadrantOf({ tags }: ReviewSummary): Quadrant {
  const plain = (text: string) => text.trim().toLowerCase();
  return QUADRANTS.find((quadrant) => tags.some((tag) => plain(tag) === plain(quadrant))) ?? USUAL_QUADRANT;
}

function nameOf({ candidate, component, title }: ReviewSummary): string {
  if (candidate === '') return title;
  return component === '' ? candidate : `${candidate}: ${component}`;
}

function statusOf(ring: Ring, before: ReviewSummary | undefined): Blip['status'] {
  const earlier = before ? ringOf(before) : null;
  if (earlier === null) return 'new';
  const inwards = RINGS.indexOf(earlier) - RINGS.indexOf(ring);
  return inwards > 0 ? 'moved in' : inwards < 0 ? 'moved out' : 'no change';
}

function descriptionOf({ title, decision, statement, signOff }: ReviewSummary): string {
  const decided = [decision?.name, decision?.stage].filter(Boolean).join(', ');
  const parts = [
    `<b>${html(decided)}</b>`,
    html(statement),
    html(`Review: ${title}${signOff === 'unsigned' ? ', not signed' : ''}`),
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => `<p>${part}</p>`)
    .join('');
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/\s+/gu, ' ');
}
