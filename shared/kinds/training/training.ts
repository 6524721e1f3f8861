import { addDays } from '#shared/base/calendar.ts';
import { isBlank } from '#shared/base/limits.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import { type TopicState, topicState } from './answers.ts';

export type TrainingTopic = SectionOf<'training'>['topics'][number];
export type TrainingPhase = SectionOf<'training'>['phases'][number];

/** What to expect when, as the template's sources tell it (`learning-rust`, `borrow-checker`). */
export interface PhaseSpan {
  readonly phase: TrainingPhase;
  /** First and last day, `YYYY-MM-DD`; null until a start date is set. */
  readonly dates: { readonly from: string; readonly to: string } | null;
  /** Place in the whole time shown, 0 to 1. */
  readonly from: number;
  readonly to: number;
}

export interface Readiness {
  readonly phases: readonly PhaseSpan[];
  readonly topics: readonly { readonly topic: TrainingTopic; readonly state: TopicState }[];
  readonly done: number;
  /** Topics that are not done and have nobody. */
  readonly unassigned: readonly TrainingTopic[];
  /** Null while the question is open or the template does not ask it. */
  readonly protectedTime: boolean | null;
}

/** Where the team stands with learning; null when the template has no such section. */
export function readiness(review: ReviewDocument, template: Template): Readiness | null {
  const section = sectionOf(template, 'training');
  if (!section) return null;
  const { startOn, protectedTime } = partOf(review, 'training');
  const topics = section.topics.map((topic) => ({ topic, state: topicState(review, topic.id) }));
  return {
    phases: phaseSpans(section, startOn),
    topics,
    done: topics.filter(({ state }) => state.done).length,
    unassigned: topics.filter(({ state }) => !state.done && isBlank(state.who)).map(({ topic }) => topic),
    protectedTime: section.protectedTime ? protectedTime : null,
  };
}

/** The phases as spans of calendar dates from a start date; parts of weeks count in whole days. */
function phaseSpans(section: SectionOf<'training'>, startOn: string | null): readonly PhaseSpan[] {
  const last = Math.max(0, ...section.phases.map((phase) => phase.toWeek));
  const place = (week: number) => (last === 0 ? 0 : week / last);
  return section.phases.map((phase) => ({
    phase,
    dates: startOn === null ? null : datesOf(phase, startOn),
    from: place(phase.fromWeek),
    to: place(phase.toWeek),
  }));
}

function datesOf({ fromWeek, toWeek }: TrainingPhase, startOn: string): { readonly from: string; readonly to: string } {
  const [first, last] = [weekDays(fromWeek), weekDays(toWeek) - 1];
  return { from: addDays(startOn, first), to: addDays(startOn, Math.max(first, last)) };
}

/** The last day of a phase that is counted from a start date. */
export function lastDayOf(phase: TrainingPhase, startOn: string): string {
  return datesOf(phase, startOn).to;
}

/** A phase's weeks in words, such as `weeks 4–12`. */
export function weeksText({ fromWeek, toWeek }: TrainingPhase): string {
  return fromWeek === toWeek ? `week ${fromWeek}` : `weeks ${fromWeek}–${toWeek}`;
}

function weekDays(weeks: number): number {
  return Math.round(weeks * 7);
}
