import type { ReviewSummary } from '#shared/review/summary.ts';

export const SORT_ORDERS = {
  changed: 'Last change',
  title: 'Title',
  component: 'Component',
  'review-on': 'Review-again date',
  'open-points': 'Open points, fewest first',
} as const;

export type SortOrder = keyof typeof SORT_ORDERS;

/** The reviews that hold every word of the query, whatever its case and accents, in the given order. */
export function findReviews(
  reviews: readonly ReviewSummary[],
  query: string,
  order: SortOrder,
): readonly ReviewSummary[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? reviews : reviews.filter((review) => holdsAll(review, words));
  const compare = ORDERS[order];
  return found.toSorted((left, right) => byStanding(left, right) || compare(left, right));
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

type Compare = (left: ReviewSummary, right: ReviewSummary) => number;

const byChange: Compare = (left, right) => right.savedAt.localeCompare(left.savedAt);

/** What another review took the place of comes behind all that stands. */
const byStanding: Compare = (left, right) =>
  Number(left.afterwards === 'superseded') - Number(right.afterwards === 'superseded');

const ORDERS: Readonly<Record<SortOrder, Compare>> = {
  changed: byChange,
  title: (left, right) => collator.compare(left.title, right.title) || byChange(left, right),
  component: (left, right) => collator.compare(left.component, right.component) || byChange(left, right),
  // Reviews without a date come last.
  'review-on': (left, right) =>
    (left.reviewOn ?? '9999').localeCompare(right.reviewOn ?? '9999') || byChange(left, right),
  'open-points': (left, right) => left.openPoints - right.openPoints || byChange(left, right),
};

/** Folding a thousand reviews anew for every letter would be felt, and summaries never change. */
const folded = new WeakMap<ReviewSummary, string>();

function holdsAll(review: ReviewSummary, words: readonly string[]): boolean {
  let text = folded.get(review);
  if (text === undefined) {
    text = fold(
      [
        review.title,
        review.component,
        review.candidate,
        review.outcome?.name ?? '',
        review.decision?.name ?? '',
        review.decision?.stage ?? '',
        ...review.tags,
      ].join('\n'),
    );
    folded.set(review, text);
  }
  return words.every((word) => text.includes(word));
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
