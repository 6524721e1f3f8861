import '#renderer/components/tone.css';
import { Card } from '#renderer/components/card.tsx';
import { decisionTally, outcomeTally, type Tally } from '#shared/portfolio/portfolio.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import './overview-page.css';

/** How many reviews decided what, and what their rules come to. */
export function TallyCards({ reviews }: { readonly reviews: readonly ReviewSummary[] }) {
  return (
    <>
      <Card title="Decisions" level={2}>
        <TallyBars tallies={decisionTally(reviews)} of={reviews.length} />
      </Card>
      <Card title="Outcomes of the rule" level={2}>
        <TallyBars tallies={outcomeTally(reviews)} of={reviews.length} />
      </Card>
    </>
  );
}

/** A row for each answer, with a bar as long as its share. */
function TallyBars({ tallies, of }: { readonly tallies: readonly Tally[]; readonly of: number }) {
  return (
    <ul className="tally">
      {tallies.map(({ name, tone, reviews }) => (
        <li key={name} className="tally__row">
          <span>{name}</span>
          <strong>{reviews.length}</strong>
          <span aria-hidden className="tally__track">
            <span className={`tally__bar tone--${tone}`} style={{ inlineSize: `${(100 * reviews.length) / of}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
