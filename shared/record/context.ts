import type { SectionOf } from '../template.ts';
import { empty, evidenceBlocks, heading, written } from './blocks.ts';
import { formatDate } from './dates.ts';
import { leftOver } from './left-over.ts';
import type { RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';

export function contextBlocks(source: RecordSource, section: SectionOf<'context'>): readonly RecordBlock[] {
  const { review } = source;
  const { context } = review;
  const known = new Set(section.fields.map((field) => field.id));
  return [
    {
      kind: 'fields',
      rows: [
        { label: 'Component', text: review.component },
        { label: 'Candidate', text: review.candidate },
        { label: 'Built with today', text: review.current },
        { label: 'Workshop held on', text: formatDate(context.heldOn) },
        { label: 'Facilitator', text: context.facilitator },
      ],
    },
    ...section.fields.flatMap((field) => [
      heading(1, field.name),
      written(context.fields[field.id] ?? '', 'Nothing written here.'),
    ]),
    heading(1, 'Who took part'),
    context.participants.length === 0
      ? empty('No participants are listed.')
      : {
          kind: 'table',
          columns: [
            { title: 'Name', weight: 1 },
            { title: 'Role', weight: 1 },
          ],
          rows: context.participants.map((person) => [{ text: person.name }, { text: person.role }]),
        },
    ...evidenceBlocks(source, context.evidence),
    ...leftOver(context.fields, known),
  ];
}
