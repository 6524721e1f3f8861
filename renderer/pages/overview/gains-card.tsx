import { reviewHref } from '#renderer/base/routes.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Card } from '#renderer/components/card.tsx';
import { promisedGains } from '#shared/portfolio/portfolio.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import './overview-page.css';

/** Rows that are shown at most; the sum above them is of all. */
const SHOWN = 40;

/** What was promised against what was measured. */
export function GainsCard({ reviews }: { readonly reviews: readonly ReviewSummary[] }) {
  const gains = promisedGains(reviews);
  const met = gains.filter((gain) => gain.met === true).length;
  const missed = gains.filter((gain) => gain.met === false).length;
  return (
    <Card title="Promised and measured gains" level={2}>
      {gains.length === 0 ? (
        <p className="soft">No review has a measure with a target.</p>
      ) : (
        <>
          <p>
            Of {gains.length} targets, {met} are met, {missed} are missed, and {gains.length - met - missed} are not
            measured yet.
          </p>
          <div className="overview__scroll">
            <table className="overview__table">
              <thead>
                <tr>
                  <th scope="col">Measure</th>
                  <th scope="col">Promised</th>
                  <th scope="col">Measured</th>
                  <th scope="col">Review</th>
                </tr>
              </thead>
              <tbody>
                {gains.slice(0, SHOWN).map(({ name, target, measured, met: isMet, review }) => (
                  <tr key={`${review.id} ${name}`}>
                    <th scope="row">{name}</th>
                    <td>{target}</td>
                    <td>
                      {isMet === null ? (
                        <span className="soft">{measured || 'Not yet'}</span>
                      ) : (
                        <>
                          {measured} <Badge tone={isMet ? 'for' : 'warning'}>{isMet ? 'Met' : 'Missed'}</Badge>
                        </>
                      )}
                    </td>
                    <td>
                      <a href={reviewHref(review.id)}>{review.title}</a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {gains.length > SHOWN && <p className="small soft">and {gains.length - SHOWN} more</p>}
        </>
      )}
    </Card>
  );
}
