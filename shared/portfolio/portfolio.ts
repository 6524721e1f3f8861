import { groupBy } from '#shared/base/group-by.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';

/** Which reviews an overview is of. */
export interface PortfolioFilter {
  /** Only those with this tag; empty for all. */
  readonly tag: string;
  /** Whether reviews rebuilt from public sources count, too: they are others' decisions. */
  readonly withReconstructions: boolean;
}

export const WHOLE_PORTFOLIO: PortfolioFilter = { tag: '', withReconstructions: false };

/** The reviews that an overview is of: what stands, without the archive and what another review took the place of. */
export function portfolioOf(
  reviews: readonly ReviewSummary[],
  { tag, withReconstructions }: PortfolioFilter,
): readonly ReviewSummary[] {
  return reviews.filter(
    ({ isArchived, afterwards, reconstruction, tags }) =>
      !isArchived &&
      afterwards === null &&
      (withReconstructions || !reconstruction) &&
      (tag === '' || tags.includes(tag)),
  );
}

/** Tags of some reviews, each once. */
export function tagsOf(reviews: readonly ReviewSummary[]): readonly string[] {
  return [...new Set(reviews.flatMap(({ tags }) => tags))].toSorted();
}

/** How many reviews say the same of something. */
export interface Tally {
  readonly name: string;
  readonly tone: 'for' | 'open' | 'against' | 'neutral';
  readonly reviews: readonly ReviewSummary[];
}

/** How many reviews decided what, the most frequent first; what is not decided comes last. */
export function decisionTally(reviews: readonly ReviewSummary[]): readonly Tally[] {
  return tally(reviews, ({ decision }) => decision, 'Not decided');
}

/** How many reviews come to which outcome of their rule. */
export function outcomeTally(reviews: readonly ReviewSummary[]): readonly Tally[] {
  return tally(reviews, ({ outcome }) => outcome, 'Not answered');
}

export const EXPOSURE_STEPS = ['critical', 'high', 'moderate', 'low'] as const;

/** How many reviews have a highest exposure of each level, before and after what is done about it, the highest first. */
export function exposureTally(reviews: readonly ReviewSummary[]): readonly {
  readonly level: (typeof EXPOSURE_STEPS)[number];
  readonly before: number;
  readonly after: number;
}[] {
  return EXPOSURE_STEPS.map((level) => ({
    level,
    before: reviews.filter(({ exposure }) => exposure.before === level).length,
    after: reviews.filter(({ exposure }) => exposure.after === level).length,
  }));
}

/** A measure of a review: what was promised, and what came. */
export type GainInReview = ReviewSummary['gains'][number] & { readonly review: ReviewSummary };

/** All that was promised: missed first, then met, then what was not measured yet. */
export function promisedGains(reviews: readonly ReviewSummary[]): readonly GainInReview[] {
  const order = ({ met }: GainInReview) => (met === null ? 2 : Number(met));
  return reviews
    .flatMap((review) => review.gains.map((gain) => ({ ...gain, review })))
    .toSorted((left, right) => order(left) - order(right));
}

type Named = { readonly name: string; readonly lean: 'for' | 'open' | 'against' } | null;

function tally(
  reviews: readonly ReviewSummary[],
  of: (review: ReviewSummary) => Named,
  none: string,
): readonly Tally[] {
  const groups = groupBy(reviews, (review) => of(review)?.name ?? '');
  const named = [...groups].map(([name, some]): Tally => {
    const [first] = some;
    const tone = first ? (of(first)?.lean ?? 'neutral') : 'neutral';
    return { name: name === '' ? none : name, tone, reviews: some };
  });
  const isNone = ({ tone }: Tally) => tone === 'neutral';
  return named.toSorted(
    (left, right) => Number(isNone(left)) - Number(isNone(right)) || right.reviews.length - left.reviews.length,
  );
}
