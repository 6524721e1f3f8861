import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind, Template, TemplateSection } from '#shared/template/template.ts';
import { hoursText, SITTING, sittingCount, smallNumber, tensText } from './sittings.ts';
import { usualMinutes } from './usual-minutes.ts';

type Agenda = NonNullable<ReviewDocument['agenda']>;
type Planned = Pick<ReviewDocument, 'agenda'>;

/** What breaks are called where time is used, beside the kinds of sections. */
export const BREAKS = 'breaks';

/** What time is used on. */
export type TimedPart = SectionKind | typeof BREAKS;

/** Seconds that were used; parts of a second are left out. */
export interface TimeNote {
  readonly on: TimedPart;
  readonly seconds: number;
}

export interface AgendaEntry {
  readonly kind: SectionKind;
  readonly title: string;
  /** Planned minutes. */
  readonly minutes: number;
  /** Seconds that were used. */
  readonly used: number;
}

const NOTHING: Agenda = { minutes: {}, breaks: 0, used: {} };

/** What was planned and used; nothing while nobody said or measured any. */
export function agendaOf({ agenda }: Planned): Agenda {
  return agenda ?? NOTHING;
}

/** The agenda, section by section: minutes as the team planned them, else those of the template. */
export function agendaEntries(review: Planned, template: Template): readonly AgendaEntry[] {
  const { minutes, used } = agendaOf(review);
  return template.sections.map((section) => ({
    kind: section.kind,
    title: section.title,
    minutes: minutes[section.kind] ?? templateMinutes(section),
    used: used[section.kind] ?? 0,
  }));
}

/** Minutes that a template gives a section; where it says none, what such a section usually takes. */
function templateMinutes(section: TemplateSection): number {
  return section.minutes ?? usualMinutes(section);
}

/** Minutes that a template takes in all. */
export function templateLength({ sections }: Template): number {
  return sections.reduce((sum, section) => sum + templateMinutes(section), 0);
}

/** How long a template takes, in a clause: “about 30 minutes”, or “about 3 hours, in two sittings of 90 minutes”. */
export function lengthText(minutes: number): string {
  if (minutes <= SITTING) return `about ${tensText(minutes)}`;
  return `about ${hoursText(minutes)}, in ${smallNumber(sittingCount(minutes))} sittings of ${SITTING} minutes`;
}

/** Sets the planned minutes of a section; null goes back to those of the template. */
export function planMinutes(document: ReviewDocument, kind: SectionKind, minutes: number | null): ReviewDocument {
  const agenda = agendaOf(document);
  const { [kind]: _, ...others } = agenda.minutes;
  return withAgenda(document, { ...agenda, minutes: minutes === null ? others : { ...others, [kind]: minutes } });
}

/** Sets the planned minutes of breaks. */
export function planBreaks(document: ReviewDocument, breaks: number | null): ReviewDocument {
  return withAgenda(document, { ...agendaOf(document), breaks: breaks ?? 0 });
}

/** The section in which the workshop was last, to go on there; null where no clock ran, or nothing else was begun. */
export function lastAt(review: Planned, { sections }: Template): TemplateSection | null {
  const section = sections.find(({ kind }) => kind === agendaOf(review).last);
  return section === undefined || section === sections[0] ? null : section;
}

/** Adds time that was used. A break is no place to go on from. */
export function addTime(document: ReviewDocument, { on, seconds }: TimeNote): ReviewDocument {
  const agenda = agendaOf(document);
  if (seconds < 1) return document;
  const used = { ...agenda.used, [on]: (agenda.used[on] ?? 0) + Math.floor(seconds) };
  return withAgenda(document, { ...agenda, ...(on !== BREAKS && { last: on }), used });
}

/** The breaks as one entry of the agenda. */
export function breaksEntry(review: Planned): Omit<AgendaEntry, 'kind'> & { readonly kind: typeof BREAKS } {
  const { breaks, used } = agendaOf(review);
  return { kind: BREAKS, title: 'Break', minutes: breaks, used: used[BREAKS] ?? 0 };
}

/** Forgets the time that was used. */
export function forgetTime(document: ReviewDocument): ReviewDocument {
  const { last: _, ...agenda } = agendaOf(document);
  return withAgenda(document, { ...agenda, used: {} });
}

/** Changes the agenda. One that says nothing leaves no trace in the document. */
export function withAgenda(document: ReviewDocument, agenda: Agenda): ReviewDocument {
  const { agenda: _, ...others } = document;
  const isEmpty =
    agenda.breaks === 0 &&
    agenda.cuts === undefined &&
    Object.keys(agenda.minutes).length + Object.keys(agenda.used).length === 0;
  return isEmpty ? others : { ...others, agenda };
}

/** Seconds as minutes and seconds, such as `12:05`; with hours where there are any. */
export function clockText(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}
