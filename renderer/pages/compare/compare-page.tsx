import { useEffect, useState } from 'react';
import { compareHref, reviewHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { Callout } from '#renderer/components/callout.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { SideHeader } from '#renderer/components/side-header.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { ReviewDiff } from '#renderer/pages/history/review-diff.tsx';
import { useReviewList } from '#renderer/pages/home/use-review-list.ts';
import type { Answer, CallFailure } from '#shared/contract/contract.ts';
import { ComparedTables } from './compared-tables.tsx';
import '#renderer/components/wide-page.css';
import './compare-page.css';

export interface ComparePageProps {
  /** Ids of the reviews; null where one is still to be chosen. */
  readonly left: string | null;
  readonly right: string | null;
  readonly onShowShortcuts: () => void;
}

/** Two reviews beside each other, chosen by the address, so that a comparison can be gone back to. */
export function ComparePage({ left, right, onShowShortcuts }: ComparePageProps) {
  const { state } = useReviewList();
  const reviews = state.kind === 'ready' ? state.list.reviews : [];
  const choices = reviews.map(({ id, title, number }) => ({
    value: id,
    text: number > 1 ? `${title}, revision ${number}` : title,
  }));
  return (
    <div className="wide-page">
      <SideHeader title="Compare" onShowShortcuts={onShowShortcuts} />
      <main className="wide-page__main stack">
        <div className="compare__choices">
          <SelectField
            label="Review"
            value={left}
            options={choices}
            placeholder="Choose a review"
            onChange={(id) => navigate(compareHref(id, right))}
          />
          <SelectField
            label="Beside it"
            value={right}
            options={choices}
            placeholder="Choose another one"
            onChange={(id) => navigate(compareHref(left, id))}
          />
        </div>
        {left !== null && right !== null && <Comparison left={left} right={right} />}
      </main>
    </div>
  );
}

function Comparison({ left, right }: { readonly left: string; readonly right: string }) {
  const first = useStored(left);
  const second = useStored(right);
  for (const answer of [first, second]) {
    if (answer?.kind === 'failed') {
      return (
        <Callout tone="warning" title="The reviews cannot be compared" role="alert">
          <p>{answer.message}</p>
        </Callout>
      );
    }
  }
  if (first?.kind !== 'opened' || second?.kind !== 'opened') return null;
  const sides = [first, second].map(({ document, template }) => ({ review: document, template }));
  const [before, after] = sides;
  if (!before || !after) return null;
  return (
    <>
      <ComparedTables
        left={before}
        right={after}
        heads={sides.map(({ review }) => (
          <a key={review.id} href={reviewHref(review.id)}>
            {review.title}
          </a>
        ))}
      />
      {first.document.template.id === second.document.template.id && (
        <Disclosure summary="Everything, field by field, as changes from the first to the second">
          <ReviewDiff before={first.document} after={second.document} template={second.template} />
        </Disclosure>
      )}
    </>
  );
}

/** A stored review, read anew when another one is chosen. */
function useStored(id: string): Answer<'review.open'> | CallFailure | null {
  const { client } = useHost();
  const [stored, setStored] = useState<{ readonly id: string; readonly answer: Answer<'review.open'> | CallFailure }>();
  useEffect(() => {
    let isGone = false;
    void client['review.open']({ id }).then((answer) => {
      if (!isGone) setStored({ id, answer });
    });
    return () => {
      isGone = true;
    };
  }, [client, id]);
  return stored?.id === id ? stored.answer : null;
}
