import type { Template } from '#shared/template/template.ts';
import type { ReviewDocument } from './review.ts';

/**
 * A function of a review and its template whose result is kept with the review, for the many who ask for it while one
 * change is worked out. A document never changes: an edit makes another one.
 */
export function oncePerReview<Result>(
  compute: (review: ReviewDocument, template: Template) => Result,
): (review: ReviewDocument, template: Template) => Result {
  const kept = new WeakMap<ReviewDocument, { readonly template: Template; readonly result: Result }>();
  return (review, template) => {
    const known = kept.get(review);
    if (known?.template === template) return known.result;
    const result = compute(review, template);
    kept.set(review, { template, result });
    return result;
  };
}
