import { formatDate } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { evidenceBlocks, ifField } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBlock } from '#shared/record/model.ts';
import { notAssessed } from '#shared/record/not-assessed.ts';
import type { RecordSource } from '#shared/record/source.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { sittingsOf } from './people.ts';

export function contextBlocks(source: RecordSource, section: SectionOf<'context'>): readonly RecordBlock[] {
  const { review } = source;
  const { context } = review;
  const known = new Set(section.fields.map((field) => field.id));
  const blank = section.fields.filter(({ id }) => isBlank(context.fields[id] ?? '')).map(({ name }) => name);
  return [
    {
      kind: 'fields',
      rows: [
        { label: 'Component', text: review.component },
        { label: 'Candidate', text: review.candidate },
        { label: 'Built with today', text: review.current },
        ...ifField('Workshop held on', daysText(review)),
        ...ifField('Facilitator', context.facilitator),
        ...section.fields.flatMap(({ id, name }) => ifField(name, context.fields[id] ?? '')),
      ],
    },
    ...(blank.length === 0 ? [] : [notAssessed(blank.join(', '))]),
    ...evidenceBlocks(source, context.evidence),
    ...leftOver(context.fields, known),
  ];
}

/** The days of all sittings, or the one of the workshop. */
function daysText(review: ReviewDocument): string {
  const days = sittingsOf(review).flatMap(({ heldOn }) => heldOn ?? []);
  return days.length > 1 ? days.map(formatDate).join(', ') : formatDate(review.context.heldOn);
}
