import { FailureError } from '#main/files/failure.ts';
import { visibleText } from '#main/record/words/visible.ts';
import { isBlank } from '#shared/base/limits.ts';
import { utf8Length } from '#shared/base/utf8-length.ts';
import { namedWork, type WorkItem } from '#shared/record/work-item.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

export interface CalendarSource {
  readonly review: Pick<ReviewDocument, 'id' | 'title' | 'component'>;
  /** How often the review was saved. */
  readonly revision: number;
  /** When it was saved, ISO 8601 in UTC. */
  readonly savedAt: string;
}

/**
 * What has a date as a calendar of whole days (RFC 5545). Events keep their names, so that a later export
 * of the same review moves them where a calendar takes updates.
 * @throws {FailureError} when nothing has a date.
 */
export function renderCalendar(items: readonly WorkItem[], { review, revision, savedAt }: CalendarSource): string {
  const dated = items.filter(({ due, status }) => due !== null && status !== 'Dropped');
  if (dated.length === 0) {
    throw new FailureError('invalid', 'Nothing in this review has a date yet, so there is nothing for a calendar.');
  }
  return calendarText(
    review.title,
    dated.map((item) => ({
      key: item.key,
      review: review.id,
      revision,
      savedAt,
      on: item.due ?? '',
      summary: summaryOf(item),
      description: descriptionOf(item, review),
      category: item.kind,
    })),
  );
}

/** A whole day in a calendar, from something of a review. */
export interface CalendarEvent {
  readonly key: string;
  /** Id of the review, how often it was saved, and when. */
  readonly review: string;
  readonly revision: number;
  readonly savedAt: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
}

/** Whole days as a calendar of the given name (RFC 5545). */
export function calendarText(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Groundwork//Groundwork//EN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.key.replaceAll('/', '.')}.${event.review}@groundwork`,
      `DTSTAMP:${event.savedAt.slice(0, 19).replace(/[-:]/g, '')}Z`,
      `SEQUENCE:${event.revision}`,
      `DTSTART;VALUE=DATE:${event.on.replaceAll('-', '')}`,
      `SUMMARY:${escaped(event.summary)}`,
      `DESCRIPTION:${escaped(event.description)}`,
      `CATEGORIES:${escaped(event.category)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function summaryOf({ kind, title, status }: WorkItem): string {
  return `${status === 'Done' ? 'Done: ' : ''}${namedWork(kind, isBlank(title) ? 'not named' : title)}`;
}

function descriptionOf({ owner, stage, status, description }: WorkItem, review: CalendarSource['review']): string {
  const lines = [
    `Review: ${review.title}`,
    ...(isBlank(review.component) ? [] : [`Component: ${review.component}`]),
    ...(isBlank(stage) ? [] : [`Stage: ${stage}`]),
    ...(isBlank(owner) ? [] : [`Owner: ${owner}`]),
    `Status: ${status}`,
    ...(isBlank(description) ? [] : ['', description]),
  ];
  return lines.join('\n');
}

/** Text as a value: what has a meaning in the format is marked, line ends are spelled. */
function escaped(text: string): string {
  return visibleText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** Most bytes of a line, without its end. */
const LINE_BYTES = 75;

/** A line parted where it is too long, between characters; what follows begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const char of line) {
    const size = utf8Length(char);
    // The space at the start of a continued line counts as well.
    if (bytes + size > LINE_BYTES - (parts.length > 0 ? 1 : 0)) {
      parts.push(part);
      part = '';
      bytes = 0;
    }
    part += char;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}
