import { GitMerge } from 'lucide-react';
import { useEffect, useState } from 'react';
import { mergeHref } from '#renderer/base/routes.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { Answer } from '#shared/contract/contract.ts';
import './copy-offer.css';

type Copy = Answer<'copy.list'>['copies'][number];

/** Says in the review's head that other programs put copies of it beside it. */
export function CopyOffer({ review }: { readonly review: string }) {
  const { client } = useHost();
  const [copies, setCopies] = useState<readonly Copy[]>([]);

  useEffect(() => {
    let isGone = false;
    void client['copy.list']({}).then((answer) => {
      // An offer is no reason to disturb; the list of reviews says of them as well.
      if (!isGone && answer.kind === 'list') setCopies(answer.copies.filter(({ id }) => id === review));
    });
    return () => {
      isGone = true;
    };
  }, [client, review]);

  const [first] = copies;
  if (!first) return null;
  const name = [first.by, first.program].filter(Boolean).join(', ');
  return (
    <span className="copy-offer">
      <GitMerge aria-hidden size={16} />
      <a href={mergeHref(review, { kind: 'copy', file: first.file })}>
        {copies.length === 1
          ? `A copy of this review lies beside it${name === '' ? '' : ` (${name})`}: merge it`
          : `${copies.length} copies of this review lie beside it: merge the first one`}
      </a>
    </span>
  );
}
