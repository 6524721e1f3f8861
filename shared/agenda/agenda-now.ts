import type { Tone } from '#shared/record/model.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { type AgendaEntry, agendaOf, BREAKS, breaksEntry, type TimedPart } from './agenda.ts';
import { reviewSittings } from './cut.ts';
import { sittingMinutes } from './sittings.ts';

/** Minutes before the end of a section at which it is said that it comes. */
export const WARNING = 2;

/** A section on the agenda, or the breaks, as the room sees it. */
export interface AgendaLine {
  readonly kind: TimedPart;
  readonly title: string;
  readonly minutes: number;
  readonly state: 'past' | 'now' | 'ahead';
}

/** The sitting that is held now. */
export interface SittingNow {
  /** Counted from 1. */
  readonly number: number;
  /** How many sittings there are. */
  readonly count: number;
  readonly usedMinutes: number;
  readonly plannedMinutes: number;
}

/** Where a workshop stands. */
export interface AgendaNow {
  /** The sections of the sitting that is held now, in order, and the breaks where there are any. */
  readonly lines: readonly AgendaLine[];
  readonly sitting: SittingNow;
  /** What the time goes to. */
  readonly current: Omit<AgendaEntry, 'kind'> & { readonly kind: TimedPart };
  /** How many minutes that has left, in words; of a break that nobody planned, how long it is already. */
  readonly left: string;
  /** Gentle: it warns of the end, and never alarms. */
  readonly tone: Tone;
  /** What comes after it: the next section, also of the next sitting; after a break, the one that it interrupted. Null at the end. */
  readonly next: Pick<AgendaEntry, 'title' | 'minutes'> | null;
  /** Of all sittings together. */
  readonly usedMinutes: number;
  readonly plannedMinutes: number;
}

/**
 * Where a workshop stands.
 * @param running what the clock runs for; null takes the section that it ran for last, else the first
 * @param pending seconds since time was last noted in the review
 */
export function agendaNow(
  review: Pick<ReviewDocument, 'agenda'>,
  template: Template,
  running: TimedPart | null,
  pending: number,
): AgendaNow | null {
  const { last, breaks } = agendaOf(review);
  const parted = reviewSittings(review, template);
  const entries = parted.flat().map(({ entry }) => entry);
  const isBreak = running === BREAKS;
  const at = Math.max(
    0,
    entries.findIndex(({ kind }) => kind === (running === null || isBreak ? last : running)),
  );
  const section = entries[at];
  if (!section) return null;
  const ofBreaks = breaksEntry(review);
  const current = isBreak ? ofBreaks : section;
  const seconds = current.minutes * 60 - current.used - pending;
  const hasEnd = !isBreak || breaks > 0;
  const held = parted.findIndex((sitting) => sitting.some(({ entry }) => entry === section));
  const sitting = parted[held] ?? [];
  const isAt = (kind: SectionKind) => entries.findIndex((entry) => entry.kind === kind) - at;
  const inSitting = sitting.reduce((sum, { entry }) => sum + entry.used, isBreak ? 0 : pending);
  const used = entries.reduce((sum, entry) => sum + entry.used, ofBreaks.used + pending);
  return {
    lines: [
      ...sitting.map(({ entry: { kind, title, minutes } }): AgendaLine => {
        const state = isAt(kind) < 0 ? 'past' : isAt(kind) === 0 && !isBreak ? 'now' : 'ahead';
        return { kind, title, minutes, state };
      }),
      ...(isBreak || breaks > 0
        ? [{ kind: BREAKS, title: 'Breaks', minutes: breaks, state: isBreak ? 'now' : 'ahead' } as const]
        : []),
    ],
    sitting: {
      number: held + 1,
      count: parted.length,
      usedMinutes: Math.round(inSitting / 60),
      plannedMinutes: sittingMinutes(sitting),
    },
    current,
    left: hasEnd ? leftText(seconds) : `${minutesText(Math.floor(-seconds / 60))} so far`,
    tone: hasEnd && seconds <= WARNING * 60 ? 'open' : 'neutral',
    next: isBreak ? section : (entries[at + 1] ?? null),
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
