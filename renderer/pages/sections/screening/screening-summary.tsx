import { sectionHref } from '#renderer/base/routes.ts';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import type { ScreeningResult } from '#shared/kinds/screening/screening.ts';
import { anchor } from '#shared/review/anchor.ts';
import { LeanBadge } from './lean-badge.tsx';
import './screening-page.css';

/** Which way the signals lean and what does not fit together. It decides nothing, and says so. */
export function ScreeningSummary({
  id,
  result,
  review,
}: {
  readonly id: string;
  readonly result: ScreeningResult;
  /** Id of the review, for links. */
  readonly review: string;
}) {
  return (
    <Card id={id} title="What this comes to" aside={<LeanBadge result={result} />}>
      <p role="status" className="lead">
        {result.summary}
      </p>
      {result.clashes.length > 0 && (
        <Callout tone="warning" title="Does not go together with the answers to the rule">
          <ul className="screening__clashes">
            {result.clashes.map(({ signal, text }) => (
              <li key={signal.id}>
                <a href={sectionHref(review, 'screening', anchor('screening', signal.id))}>{signal.name}</a>: {text}
              </li>
            ))}
          </ul>
          <p className="small">
            Look again at the signal or at <a href={sectionHref(review, 'rule')}>the answers</a>. Both may stay; the
            record then shows the contradiction.
          </p>
        </Callout>
      )}
    </Card>
  );
}
