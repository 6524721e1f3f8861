import { describe, expect, it, vi } from 'vitest';
import { oncePerReview } from '#shared/review/once-per-review.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

describe('what is computed once for a review', () => {
  it('is computed again for another document and for another template, and else not', () => {
    const compute = vi.fn((review: ReturnType<typeof smallReview>) => ({ title: review.title }));
    const once = oncePerReview(compute);
    const review = smallReview();
    const first = once(review, smallTemplate);
    expect(once(review, smallTemplate)).toBe(first);
    expect(compute).toHaveBeenCalledTimes(1);
    expect(once({ ...review, title: 'Another' }, smallTemplate)).toEqual({ title: 'Another' });
    expect(once(review, { ...smallTemplate })).not.toBe(first);
    expect(compute).toHaveBeenCalledTimes(3);
  });
});
