import { isBlank } from '#shared/base/limits.ts';
import type { Unknown } from '#shared/kinds/not-known.ts';
import { anchor } from '#shared/review/anchor.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

/** Gaps that nobody has estimated; whoever looks after the dependency finds that out. */
export function auditUnknowns(review: ReviewDocument): readonly Unknown[] {
  return partOf(review, 'audit')
    .dependencies.filter(({ status, days }) => (status === 'partial' || status === 'missing') && days === null)
    .map(({ id, name, owner }) => ({
      key: id,
      place: anchor('audit', id),
      what: `Days to close the gap of ${isBlank(name) ? 'an unnamed dependency' : name}`,
      who: owner,
      by: null,
    }));
}
