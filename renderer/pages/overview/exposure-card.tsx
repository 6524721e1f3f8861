import { Card } from '#renderer/components/card.tsx';
import { EXPOSURE_WORDS } from '#shared/kinds/risks/words.ts';
import { exposureTally } from '#shared/portfolio/portfolio.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import './overview-page.css';

/** How high the highest risk of each review stands. */
export function ExposureCard({ reviews }: { readonly reviews: readonly ReviewSummary[] }) {
  const unrated = reviews.filter(({ exposure }) => exposure.before === null).length;
  return (
    <Card title="Highest exposure" level={2}>
      <table className="overview__table">
        <thead>
          <tr>
            <th scope="col">Level</th>
            <th scope="col">Before</th>
            <th scope="col">After what is done</th>
          </tr>
        </thead>
        <tbody>
          {exposureTally(reviews).map(({ level, before, after }) => (
            <tr key={level}>
              <th scope="row">
                <span className={`overview__level overview__level--${level}`}>{EXPOSURE_WORDS[level]}</span>
              </th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unrated > 0 && (
        <p className="small soft">
          {unrated === 1 ? '1 review has no rated risk.' : `${unrated} reviews have no rated risk.`}
        </p>
      )}
    </Card>
  );
}
