import { departures } from '#shared/departures/departures.ts';
import { sectionOfAnchor } from '#shared/review/anchor.ts';
import type { Template } from '#shared/template/template.ts';
import { empty, heading } from './blocks.ts';
import type { RecordBlock, RecordDeparture } from './model.ts';
import type { RecordSource } from './source.ts';

/** What stands where a departure owes its reason. */
export const NO_REASON = 'No reason has been written.';

/** The departures of a review, each with the section in which it can be mended. */
export function recordDepartures({ review, template }: RecordSource): readonly RecordDeparture[] {
  return departures(review, template).map(({ number, text, rests, place, reason }) => ({
    number,
    text,
    rests: rests.map((basis) => basis.text).join('; '),
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
    ...found.flatMap(({ number, text, rests, place, reason }): readonly RecordBlock[] => [
      { kind: 'callout', tone: 'warning', title: `${number}. ${text}`, text: `Rests on: ${rests}. See ${place}.` },
      reason === '' ? empty(NO_REASON) : { kind: 'paragraph', voice: 'team', text: reason },
    ]),
  ];
}

/** Number and title of the section that an anchor lies in, as the record prints them. */
function placeText(template: Template, place: string): string {
  const section = sectionOfAnchor(template, place);
  return section ? `${template.sections.indexOf(section) + 1} ${section.title}` : '';
}
