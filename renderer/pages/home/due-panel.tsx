import { CalendarClock, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { today, writeDay } from '#renderer/base/dates.ts';
import { DUE_HREF, followUpHref } from '#renderer/base/routes.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { type DueInReview, dueList, EVERYTHING_DUE } from '#shared/follow-up/due-list.ts';
import { namedWork } from '#shared/record/work-item.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import './due-panel.css';

/** Rows that are shown here; the page of what is due has all. */
const SHOWN = 5;
/** Days ahead that are worth a word on the first page. */
const AHEAD = 14;

/** What is due across all reviews, what is overdue first; nothing where nothing is. */
export function DuePanel({ reviews }: { readonly reviews: readonly ReviewSummary[] }) {
  const day = today();
  const soon = daysAfter(day, AHEAD);
  const again = reviews.filter(({ lookAgain }) => lookAgain !== null);
  const due = dueList(reviews, EVERYTHING_DUE);
  const near = due.filter(({ on }) => on <= soon);
  const left = Math.max(0, again.length - SHOWN) + Math.max(0, near.length - SHOWN);
  const overdue = near.filter(({ on }) => on < day).length;
  if (again.length === 0 && near.length === 0) {
    if (due.length === 0) return null;
    return (
      <p className="due-panel__quiet">
        <a href={DUE_HREF}>Nothing is due in the next {AHEAD} days. See all that has a date</a>
      </p>
    );
  }
  return (
    <section className="due-panel" aria-label="Due">
      <header className="due-panel__head">
        <h2>Due</h2>
        <p className="soft">
          {[
            again.length > 0 ? `${again.length} to be looked at again` : '',
            overdue > 0 ? `${overdue} overdue` : '',
            near.length > overdue ? `${near.length - overdue} in the next ${AHEAD} days` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <a href={DUE_HREF}>All that is due</a>
      </header>
      <ul className="due-panel__list">
        {again.slice(0, SHOWN).map((review) => (
          <LookAgainRow key={review.id} review={review} />
        ))}
        {near.slice(0, SHOWN).map((entry) => (
          <DueRow key={`${entry.review.id} ${entry.key}`} due={entry} day={day} />
        ))}
        {left > 0 && <li className="small soft">and {left} more</li>}
      </ul>
    </section>
  );
}

/** A decision that is to be looked at again, why, and a way to its follow-up. */
export function LookAgainRow({ review: { id, title, lookAgain } }: { readonly review: ReviewSummary }) {
  return (
    <li className="due-row">
      <Badge tone="warning" icon={TriangleAlert}>
        Look again
      </Badge>
      <a href={followUpHref(id)} className="due-row__what">
        {title}: {lookAgain}
      </a>
    </li>
  );
}

/** Something that is due, with a way to it. */
export function DueRow({ due, day }: { readonly due: DueInReview; readonly day: string }) {
  const { key, kind, title, owner, on, review } = due;
  const isOverdue = on < day;
  const about = useId();
  return (
    <li className="due-row">
      <Badge
        tone={isOverdue ? 'warning' : on === day ? 'open' : 'neutral'}
        icon={isOverdue ? TriangleAlert : CalendarClock}
      >
        {isOverdue ? `Overdue since ${writeDay(on)}` : on === day ? 'Today' : writeDay(on)}
      </Badge>
      <a href={followUpHref(review.id, key)} className="due-row__what" aria-describedby={about}>
        {namedWork(kind, title)}
      </a>
      <span className="small soft" id={about}>
        {[owner, review.title].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}

function daysAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}
