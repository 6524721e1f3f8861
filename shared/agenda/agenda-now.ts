import type { Tone } from '#shared/record/model.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { type AgendaEntry, agendaEntries, agendaOf } from './agenda.ts';

/** Minutes before the end of a section at which it is said that it comes. */
export const WARNING = 2;

/** A section on the agenda, as the room sees it. */
export interface AgendaLine {
  readonly kind: SectionKind;
  readonly title: string;
  readonly minutes: number;
  readonly state: 'past' | 'now' | 'ahead';
}

/** Where a workshop stands. */
export interface AgendaNow {
  /** All sections, in order. */
  readonly lines: readonly AgendaLine[];
  readonly current: AgendaEntry;
  /** How many minutes the current section has left, in words. */
  readonly left: string;
  /** Gentle: it warns of the end, and never alarms. */
  readonly tone: Tone;
  /** The section after it; null at the end. */
  readonly next: AgendaLine | null;
  readonly usedMinutes: number;
  readonly plannedMinutes: number;
}

/**
 * Where a workshop stands.
 * @param running the section that the clock runs for; null takes the one that it ran for last, else the first
 * @param pending seconds since time was last noted in the review
 */
export function agendaNow(
  review: Pick<ReviewDocument, 'agenda'>,
  template: Template,
  running: SectionKind | null,
  pending: number,
): AgendaNow | null {
  const entries = agendaEntries(review, template);
  const { last, breaks } = agendaOf(review);
  const at = Math.max(
    0,
    entries.findIndex(({ kind }) => kind === (running ?? last)),
  );
  const current = entries[at];
  if (!current) return null;
  const lines = entries.map(
    ({ kind, title, minutes }, index): AgendaLine => ({
      kind,
      title,
      minutes,
      state: index === at ? 'now' : index < at ? 'past' : 'ahead',
    }),
  );
  const seconds = current.minutes * 60 - current.used - pending;
  const used = entries.reduce((sum, entry) => sum + entry.used, pending);
  return {
    lines,
    current,
    left: leftText(seconds),
    tone: seconds <= WARNING * 60 ? 'open' : 'neutral',
    next: lines[at + 1] ?? null,
    usedMinutes: Math.round(used / 60),
    plannedMinutes: entries.reduce((sum, { minutes }) => sum + minutes, breaks),
  };
}

/** The lines that fit on the stage at once, around the current one. */
export function linesAround(lines: readonly AgendaLine[], most: number): readonly AgendaLine[] {
  const at = lines.findIndex(({ state }) => state === 'now');
  // One that is over, so that the room sees where it comes from.
  const start = Math.max(0, Math.min(at - 1, lines.length - most));
  return lines.slice(start, start + most);
}

function leftText(seconds: number): string {
  if (seconds < 0) return `${minutesText(Math.floor(-seconds / 60))} over`;
  // The last minute that has begun counts, so that nobody reads nought while there is time.
  return `${minutesText(Math.ceil(seconds / 60))} left`;
}

/** Minutes in words. */
export function minutesText(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
