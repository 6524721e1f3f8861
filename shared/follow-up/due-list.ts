import type { ReviewSummary } from '#shared/review/summary.ts';
import type { Due } from './due.ts';

/** Something that is due, with its review. */
export interface DueInReview extends Due {
  readonly review: ReviewSummary;
}

/** What a list of what is due is narrowed to; empty for all. */
export interface DueFilter {
  readonly owner: string;
  readonly kind: string;
}

export const EVERYTHING_DUE: DueFilter = { owner: '', kind: '' };

/** What is due across all reviews, the earliest first. */
export function dueList(reviews: readonly ReviewSummary[], { owner, kind }: DueFilter): readonly DueInReview[] {
  return reviews
    .flatMap((review) => review.due.map((due) => ({ ...due, review })))
    .filter((due) => (owner === '' || due.owner === owner) && (kind === '' || due.kind === kind))
    .toSorted((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
}

/** Owners and kinds that a list of what is due can be narrowed to, each once. */
export function dueChoices(reviews: readonly ReviewSummary[]): {
  readonly owners: readonly string[];
  readonly kinds: readonly string[];
} {
  const all = reviews.flatMap(({ due }) => due);
  const once = (names: readonly string[]) => [...new Set(names)].filter((name) => name.trim() !== '').toSorted();
  return { owners: once(all.map(({ owner }) => owner)), kinds: once(all.map(({ kind }) => kind)) };
}
