import { departures } from '#shared/departures/departures.ts';
import { sectionOfAnchor } from '#shared/review/anchor.ts';
import type { Template } from '#shared/template/template.ts';
import { heading } from './blocks.ts';
import type { RecordBlock, RecordDeparture } from './model.ts';
import type { RecordSource } from './source.ts';

/** What stands where a departure owes its reason. */
export const NO_REASON = 'No reason has been written.';

/** The departures of a review, each with the section in which it can be mended. */
export function recordDepartures({ review, template }: RecordSource): readonly RecordDeparture[] {
  return departures(review, template).map(({ number, text, rests, place, reason }) => ({
    number,
    text,
    rests: restsText(rests.map((basis) => basis.text)),
    place: placeText(template, place),
    reason,
  }));
}

/** The departures as a part of the decision section; empty where there are none. */
export function departureBlocks(source: RecordSource): readonly RecordBlock[] {
  const found = recordDepartures(source);
  if (found.length === 0) return [];
  return [
    heading(1, 'Where this departs from the review'),
    {
      kind: 'table',
      columns: [
        { title: 'No.', weight: 0.6, align: 'end' },
        { title: 'Departure, and what it rests on', weight: 6, heads: true },
        { title: 'Why', weight: 4 },
      ],
      rows: found.map(({ number, text, rests, place, reason }) => [
        { text: String(number) },
        { text, note: `Rests on: ${sentence(rests)} See ${sentence(place)}` },
        { text: reason === '' ? NO_REASON : reason },
      ]),
    },
  ];
}

/** With a full stop, unless it ends a sentence already. */
function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/** How many of the answers that a departure rests on are named; their sections tell all of them. */
const RESTS_NAMED = 3;

function restsText(rests: readonly string[]): string {
  const more = rests.length - RESTS_NAMED;
  const named = rests.slice(0, RESTS_NAMED).join('; ');
  return more > 0 ? `${named}; and ${more} more` : named;
}

/** Number and title of the section that an anchor lies in, as the record prints them. */
function placeText(template: Template, place: string): string {
  const section = sectionOfAnchor(template, place);
  return section ? `${template.sections.indexOf(section) + 1} ${section.title}` : '';
}
