import { useMemo } from 'react';
import { useSaid } from '#renderer/base/use-said.ts';
import { Card } from '#renderer/components/card.tsx';
import { ChangeBadge } from '#renderer/components/section-diff.tsx';
import type { ReviewChange } from '#shared/review/compare-values.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { diffReviews } from '#shared/review/revision-diff.ts';
import type { Template } from '#shared/template/template.ts';
import '#renderer/components/section-diff.css';

/** Field by field, what differs between two states of a review. */
export function ReviewDiff({
  before,
  after,
  template,
}: {
  readonly before: ReviewDocument;
  readonly after: ReviewDocument;
  readonly template: Template;
}) {
  const sections = useMemo(() => diffReviews(before, after, template), [before, after, template]);
  useSaid(sections.length === 0 ? 'The content is the same.' : '');
  if (sections.length === 0) return <p>The content is the same.</p>;
  return (
    <div className="stack">
      {sections.map(({ kind, title, changes }) => (
        // The same section may have a card of its own above, which sums up what differs.
        <Card
          key={kind}
          title={
            <>
              {title}
              <span className="visually-hidden">, field by field</span>
            </>
          }
        >
          <ul className="diff-items">
            {changes.map((change) => (
              <ChangeLine key={`${change.where.join(' › ')} ${change.change} ${change.before}`} change={change} />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

function ChangeLine({ change: { where, change, before, after } }: { readonly change: ReviewChange }) {
  return (
    <li className="diff-item">
      <p className="diff-item__head">
        <ChangeBadge change={change} />
        <span className="diff-item__name">{where.join(' › ')}</span>
      </p>
      <div className="diff-fields">
        <div className="diff-field diff-field--whole">
          <div className="diff-field__texts">
            {before !== '' && <del>{before}</del>}
            {after !== '' && <ins>{after}</ins>}
          </div>
        </div>
      </div>
    </li>
  );
}
