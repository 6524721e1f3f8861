import type { ReviewDocument } from '#shared/review.ts';

/** Chooses a strategy or writes why it was chosen. */
export function editStrategy(document: ReviewDocument, change: Partial<ReviewDocument['strategy']>): ReviewDocument {
  return { ...document, strategy: { ...document.strategy, ...change } };
}
