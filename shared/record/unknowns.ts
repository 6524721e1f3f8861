import { formatDate } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { unknownsOf } from '#shared/review/unknowns.ts';
import { heading } from './blocks.ts';
import type { RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';

/** What the team does not know, with who finds it out; nothing where all is known. */
export function unknownBlocks({ review, template }: RecordSource): readonly RecordBlock[] {
  const unknowns = unknownsOf(review, template);
  if (unknowns.length === 0) return [];
  return [
    heading(1, 'Not known'),
    {
      kind: 'table',
      columns: [
        { title: 'Section', weight: 2 },
        { title: 'What is not known', weight: 4 },
        { title: 'Who finds out', weight: 2 },
        { title: 'By', weight: 1.5 },
      ],
      rows: unknowns.map(({ title, what, who, by }) => [
        { text: title },
        { text: what },
        { text: isBlank(who) ? 'Nobody yet' : who },
        { text: formatDate(by) },
      ]),
    },
  ];
}
