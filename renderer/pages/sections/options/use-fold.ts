import { useEffectEvent, useLayoutEffect, useState } from 'react';
import { useReveal } from '#renderer/base/use-reveal.ts';
import { targetOf, useRoute, type Visit } from '#renderer/base/use-route.ts';
import { criteriaIn } from '#shared/kinds/options/criteria.ts';
import { criterionWeight } from '#shared/kinds/options/option-sums.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { criterionAnchor } from './score-cell.tsx';

/** Ids of the criteria that weigh nothing, and so need not be looked at. */
export function foldableCriteria(review: ReviewDocument, template: Template): readonly string[] {
  return criteriaIn(review, template).flatMap((criterion) =>
    criterionWeight(review, criterion) === 0 ? [criterion.id] : [],
  );
}

/**
 * Hides the criteria that weigh nothing, from the start or at the moment of folding. One whose weight is taken away
 * afterwards stays until the next folding, so that no row goes away under the hand; one that gets a weight comes back,
 * and so does one that the address leads to.
 * @param criteria the ids of all, in the order of the grid
 * @param idle the ids of those that weigh nothing
 */
export function useFold(criteria: readonly string[], idle: readonly string[]) {
  // Where nothing counts yet, there is a weight to give first.
  const [folded, setFolded] = useState<readonly string[]>(() => (idle.length < criteria.length ? idle : []));
  const hidden = new Set(idle.filter((id) => folded.includes(id)));
  // Without those that got a weight: it may be taken away again.
  if (hidden.size < folded.length) setFolded([...hidden]);
  const place = useRoute();
  const follow = useEffectEvent(({ route }: Visit) => {
    const wanted = targetOf(route);
    const found = folded.find((id) => criterionAnchor(id) === wanted);
    if (found !== undefined) setFolded(folded.filter((id) => id !== found));
  });
  // Before the focus moves there.
  useLayoutEffect(() => follow(place), [place]);
  useReveal((path) => {
    const changed = path.flatMap((step) => (typeof step === 'string' ? [] : [step.row]));
    setFolded(folded.filter((id) => !changed.includes(id)));
  });
  const isFolded = hidden.size > 0;
  return { hidden, isFolded, toggle: () => setFolded(isFolded ? [] : idle) };
}
