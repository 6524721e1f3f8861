import { GitMerge } from 'lucide-react';
import { mergeHref } from '#renderer/base/routes.ts';
import { Offer } from '#renderer/components/offer.tsx';
import { useCopies } from '#renderer/review/use-copies.ts';

/** Says in the review's head that other programs put copies of it beside it. */
export function CopyOffer({ review }: { readonly review: string }) {
  const copies = useCopies(review).filter(({ id }) => id === review);
  const [first] = copies;
  if (!first) return null;
  const name = [first.by, first.program].filter(Boolean).join(', ');
  return (
    <Offer icon={GitMerge} href={mergeHref(review, { kind: 'copy', file: first.file })}>
      {copies.length === 1
        ? `A copy of this review lies beside it${name === '' ? '' : ` (${name})`}: merge it`
        : `${copies.length} copies of this review lie beside it: merge the first one`}
    </Offer>
  );
}
