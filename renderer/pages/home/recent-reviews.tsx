import { useEffect, useState } from 'react';
import { reviewHref } from '#renderer/base/routes.ts';
import { toldApart } from '#renderer/base/told-apart.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { Answer } from '#shared/contract/contract.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import './recent-reviews.css';

/** How many are shown, and from how many reviews on: a shorter list shows them all by itself. */
const SHOWN = 4;
const LONG = 6;

/** The reviews that were opened last, above a list that is too long to show them at a glance. */
export function RecentReviews({ reviews }: { readonly reviews: readonly ReviewSummary[] }) {
  const { client } = useHost();
  const [recent, setRecent] = useState<Answer<'review.recent'>['reviews']>([]);
  const isLong = reviews.length >= LONG;

  useEffect(() => {
    if (!isLong) return;
    let isGone = false;
    void client['review.recent']({}).then((answer) => {
      if (!isGone && answer.kind === 'recent') setRecent(answer.reviews);
    });
    return () => {
      isGone = true;
    };
  }, [client, isLong]);

  // By the titles that the list shows; what is in the archive is not offered.
  const titles = new Map(reviews.map(({ id, title }) => [id, title]));
  const shown = recent.filter(({ id }) => titles.has(id)).slice(0, SHOWN);
  const names = toldApart(shown.map(({ id }) => titles.get(id) ?? ''));
  if (!isLong || shown.length === 0) return null;
  return (
    <nav className="recent-reviews" aria-labelledby="recent-reviews">
      <h2 id="recent-reviews" className="recent-reviews__title">
        Opened last
      </h2>
      <ul className="recent-reviews__list">
        {shown.map(({ id }, index) => (
          <li key={id}>
            {/* The list below counts reviews of one title in an order of its own. */}
            <a
              href={reviewHref(id)}
              aria-label={names[index] === titles.get(id) ? undefined : `${names[index]} opened last`}
            >
              {titles.get(id)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
