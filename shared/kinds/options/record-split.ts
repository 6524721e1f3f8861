import { isBlank } from '#shared/base/limits.ts';
import { explained, heading, ifField, written } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBlock } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { splitOption, splitText } from './options.ts';

/** How the system is split between candidates, or what was noted on not doing so. */
export function splitBlocks(source: RecordSource, section: SectionOf<'options'>): readonly RecordBlock[] {
  const { review, template } = source;
  const { split: answers } = partOf(review, 'options');
  const split = splitOption(review, template);
  if (!split || !section.split) return leftOver({ split: answers }, new Set());
  const known = new Set(split.parts.map((part) => part.id));
  const notes = split.parts.filter((part) => !isBlank(part.note));
  if (!split.chosen) {
    const rows = [...ifField('Why not', split.reason), ...notes.flatMap((part) => ifField(part.name, part.note))];
    return [
      ...(rows.length === 0
        ? []
        : [heading(1, `Looked at and not chosen: ${split.name}`), { kind: 'fields', rows } as const]),
      ...leftOver(answers.parts, known),
    ];
  }
  return [
    heading(1, split.name, { text: 'Chosen', tone: 'for' }),
    ...explained(template, section.split.sources, section.split.help),
    {
      kind: 'table',
      columns: [
        { title: 'Part', weight: 2 },
        { title: 'Candidate', weight: 2 },
        { title: 'Note', weight: 4 },
      ],
      rows: split.parts.map((part) => [{ text: part.name }, { text: part.candidate }, { text: part.note }]),
    },
    written(split.reason, 'Why the system is split has not been written.'),
    ...leftOver(answers.parts, known),
  ];
}

/** The split as a callout for the decision; nothing unless it was chosen. */
export function splitCallout({ review, template }: RecordSource): readonly RecordBlock[] {
  const split = splitOption(review, template);
  return split?.chosen ? [{ kind: 'callout', tone: 'neutral', title: split.name, text: splitText(split) }] : [];
}
