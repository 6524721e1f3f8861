import { agendaEntries, agendaOf, lengthText } from '#shared/agenda/agenda.ts';
import { minutesText } from '#shared/agenda/agenda-now.ts';
import { reviewSittings } from '#shared/agenda/cut.ts';
import { lengthInSittings, sittingMinutes } from '#shared/agenda/sittings.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template, TemplateSection } from '#shared/template/template.ts';
import { votedIn } from '#shared/template/votes.ts';
import { adviceFor, BEFORE, THROUGHOUT } from './advice.ts';
import { askedOf } from './asked.ts';
import { front, grid, heading } from './blocks.ts';
import { HANDOUT_WORDS, type Handout, type HandoutSection } from './model.ts';

/** What a handout takes from a review, where it is for one. */
export type HandedReview = Pick<ReviewDocument, 'title' | 'component' | 'candidate' | 'agenda'>;

/** What a handout takes from a review; null for none. */
export function handedReview(review: ReviewDocument | null): HandedReview | null {
  if (review === null) return null;
  const { title, component, candidate, agenda } = review;
  return { title, component, candidate, ...(agenda && { agenda }) };
}

/** What a facilitator holds in hand: minutes, and for each section what to ask, what goes wrong and when to stop. */
export function runSheet(template: Template, review: HandedReview | null): Handout {
  const entries = agendaEntries(review ?? {}, template);
  const { breaks, cuts } = agendaOf(review ?? {});
  const parted = reviewSittings(review ?? {}, template);
  const minutes = entries.reduce((sum, entry) => sum + entry.minutes, breaks);
  return {
    kind: 'run-sheet',
    name: HANDOUT_WORDS['run-sheet'],
    ...headOf(template, review),
    lead: [
      {
        kind: 'paragraph',
        voice: 'team',
        text: `${sentence(cuts ? lengthInSittings(minutes, parted) : lengthText(minutes))}${breaks > 0 ? ` ${breaks} minutes of them are breaks.` : ''}`,
      },
    ],
    front: [
      front('Before it begins', { kind: 'list', items: BEFORE }),
      front('All along', { kind: 'list', items: THROUGHOUT }),
      ...agendaParts(parted),
    ],
    sections: template.sections.map((section, index) => sectionSheet(template, section, entries[index]?.minutes ?? 0)),
  };
}

/** Title, template and language of a handout. */
export function headOf(
  template: Template,
  review: HandedReview | null,
): Pick<Handout, 'title' | 'subtitle' | 'template' | 'language'> {
  const { title, version, language } = template;
  const named = `${title} ${version}`;
  const about = [review?.component, review?.candidate].filter((text) => text !== undefined && text !== '');
  return {
    title: review?.title ?? title,
    subtitle: review ? [about.join(', '), named].filter(Boolean).join(' · ') : template.summary,
    template: named,
    language,
  };
}

function agendaParts(parted: ReturnType<typeof reviewSittings>): readonly HandoutSection[] {
  return parted.map((sitting, index) =>
    front(
      parted.length === 1
        ? 'Agenda'
        : `Agenda, sitting ${index + 1} of ${parted.length}, ${minutesText(sittingMinutes(sitting))}`,
      grid(
        [
          ['Section', 5],
          ['From', 1],
          ['Minutes', 1.2],
          ['Began at', 1.4],
          ['Ended at', 1.4],
        ],
        sitting.map(({ entry, from }) => [entry.title, hoursText(from), String(entry.minutes), '', '']),
      ),
    ),
  );
}

/** Minutes as hours and minutes, such as `1:05`. */
function hoursText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function sectionSheet(template: Template, section: TemplateSection, minutes: number): HandoutSection {
  const { ask, goesWrong, stopWhen } = adviceFor(section);
  const asked = askedOf(section);
  const votes = votedIn(template, section);
  return {
    title: section.title,
    aside: minutes === 1 ? '1 minute' : `${minutes} minutes`,
    blocks: [
      ...(section.intro === '' ? [] : [{ kind: 'paragraph', voice: 'template', text: section.intro } as const]),
      heading('What to ask'),
      { kind: 'list', items: ask },
      ...(asked.length === 0 ? [] : [{ kind: 'fields', rows: asked } as const]),
      ...(votes.length === 0
        ? []
        : [heading('Put to the vote'), { kind: 'list', items: votes.map(({ name }) => name) } as const]),
      heading('What goes wrong'),
      { kind: 'list', items: goesWrong },
      { kind: 'callout', tone: 'neutral', title: 'When to stop', text: stopWhen },
    ],
  };
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
