import { useState } from 'react';
import { criteriaIn } from '#shared/kinds/options/criteria.ts';
import { criterionWeight } from '#shared/kinds/options/option-sums.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';

/** Ids of the criteria that weigh nothing, and so need not be looked at. */
export function foldableCriteria(review: ReviewDocument, template: Template): readonly string[] {
  return criteriaIn(review, template).flatMap((criterion) =>
    criterionWeight(review, criterion) === 0 ? [criterion.id] : [],
  );
}

/**
 * Hides the criteria that weigh nothing at the moment of folding. One whose weight is taken away afterwards
 * stays until the next folding, so that no row goes away under the hand; one that gets a weight comes back.
 */
export function useFold(idle: readonly string[]) {
  const [folded, setFolded] = useState<ReadonlySet<string> | null>(null);
  const hidden = new Set(idle.filter((id) => folded?.has(id)));
  const isFolded = hidden.size > 0;
  return { hidden, isFolded, toggle: () => setFolded(isFolded ? null : new Set(idle)) };
}
