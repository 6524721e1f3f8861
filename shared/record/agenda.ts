import { agendaEntries, agendaOf, clockText } from '#shared/agenda/agenda.ts';
import { heading } from './blocks.ts';
import type { RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';

/** Planned and used time, section by section; nothing while nobody planned or measured any. */
export function agendaBlocks({ review, template }: RecordSource): readonly RecordBlock[] {
  if (!review.agenda) return [];
  const entries = agendaEntries(review, template);
  const { breaks, used } = agendaOf(review);
  const kinds = new Set<string>(entries.map(({ kind }) => kind));
  const elsewhere = Object.entries(used).filter(([kind]) => !kinds.has(kind));
  const planned = entries.reduce((sum, { minutes }) => sum + minutes, breaks);
  const total = Object.values(used).reduce((sum, seconds) => sum + seconds, 0);
  const row = (name: string, minutes: string, seconds: number) => [
    { text: name },
    { text: minutes },
    { text: seconds === 0 ? '' : clockText(seconds) },
  ];
  return [
    heading(1, 'Time'),
    {
      kind: 'table',
      columns: [
        { title: 'Section', weight: 5 },
        { title: 'Planned, minutes', weight: 2, align: 'end' },
        { title: 'Used', weight: 2, align: 'end' },
      ],
      rows: [
        ...entries.map(({ title, minutes, used: seconds }) => row(title, String(minutes), seconds)),
        ...elsewhere.map(([kind, seconds]) => row(kind, '', seconds)),
        ...(breaks > 0 ? [row('Breaks', String(breaks), 0)] : []),
        row('In all', String(planned), total),
      ],
    },
  ];
}
