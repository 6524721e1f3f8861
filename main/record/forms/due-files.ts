import type { DueInReview } from '#shared/follow-up/due-list.ts';
import { namedWork } from '#shared/record/work-item.ts';
import { type CalendarEvent, calendarText } from './calendar.ts';
import { renderCsv } from './csv.ts';

/** What is due in all reviews as CSV, the earliest first. */
export function dueCsv(due: readonly DueInReview[]): string {
  const header = ['Due', 'Kind', 'What', 'Owner', 'Review', 'Component', 'Review id', 'Key'];
  const rows = due.map(({ on, kind, title, owner, review }) => [
    on,
    kind,
    title,
    owner,
    review.title,
    review.component,
  ]);
  const keys = due.map(({ review, key }) => [review.id, key]);
  return Buffer.from(
    renderCsv(
      header,
      rows.map((row, index) => [...row, ...(keys[index] ?? [])]),
    ),
  ).toString();
}

/** The same as a calendar of whole days. Events keep their names, so that a later file moves them. */
export function dueCalendar(due: readonly DueInReview[]): string {
  const events = due.map(
    ({ key, kind, title, owner, on, review }): CalendarEvent => ({
      key,
      review: review.id,
      revision: review.revision,
      savedAt: review.savedAt,
      on,
      summary: namedWork(kind, title),
      description: [`Review: ${review.title}`, owner === '' ? '' : `Owner: ${owner}`].filter(Boolean).join('\n'),
      category: kind,
    }),
  );
  return calendarText('Due in Groundwork', events);
}
