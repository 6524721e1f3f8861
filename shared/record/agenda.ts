import { agendaOf, BREAKS, breaksEntry, clockText } from '#shared/agenda/agenda.ts';
import { reviewSittings } from '#shared/agenda/cut.ts';
import { type PlacedEntry, sittingMinutes } from '#shared/agenda/sittings.ts';
import { heading, ifWritten } from './blocks.ts';
import type { RecordBlock, RecordCell } from './model.ts';
import type { RecordSource } from './source.ts';

/** Planned and used time, section by section; nothing while nobody planned or measured any. */
export function agendaBlocks({ review, template }: RecordSource): readonly RecordBlock[] {
  if (!review.agenda) return [];
  const parted = reviewSittings(review, template);
  const entries = parted.flat().map(({ entry }) => entry);
  const { breaks, used, last: at, cuts = [] } = agendaOf(review);
  const last = entries.find(({ kind }) => kind === at)?.title ?? at;
  const kinds = new Set<string>(entries.map(({ kind }) => kind));
  const { used: inBreaks } = breaksEntry(review);
  const elsewhere = Object.entries(used).filter(([kind]) => !kinds.has(kind) && kind !== BREAKS);
  const strays = cuts.filter((kind) => !kinds.has(kind));
  const planned = entries.reduce((sum, { minutes }) => sum + minutes, breaks);
  const total = Object.values(used).reduce((sum, seconds) => sum + seconds, 0);
  const others = [
    ...elsewhere.map(([kind, seconds]) => row(kind, '', seconds)),
    ...(breaks > 0 || inBreaks > 0 ? [row('Breaks', String(breaks), inBreaks)] : []),
    row('In all', String(planned), total),
  ];
  const [only] = parted;
  return [
    heading(1, 'Time'),
    ...(only && parted.length === 1
      ? [timeTable([...only.map(entryRow), ...others])]
      : [
          ...parted.flatMap((sitting, index) => [
            heading(2, `Sitting ${index + 1}`),
            timeTable([...sitting.map(entryRow), sumRow(`In sitting ${index + 1}`, sitting)]),
          ]),
          heading(2, 'All sittings'),
          timeTable(others),
        ]),
    ...ifWritten(last === undefined ? '' : `The clock ran last in: ${last}.`),
    ...ifWritten(
      strays.length === 0
        ? ''
        : `A sitting was to begin with sections that the template does not have: ${strays.join(', ')}.`,
    ),
  ];
}

function timeTable(rows: readonly (readonly RecordCell[])[]): RecordBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'Section', weight: 5 },
      { title: 'Planned, minutes', weight: 2, align: 'end' },
      { title: 'Used', weight: 2, align: 'end' },
    ],
    rows,
  };
}

function row(name: string, minutes: string, seconds: number): readonly RecordCell[] {
  return [{ text: name }, { text: minutes }, { text: seconds === 0 ? '' : clockText(seconds) }];
}

function entryRow({ entry: { title, minutes, used } }: PlacedEntry): readonly RecordCell[] {
  return row(title, String(minutes), used);
}

function sumRow(name: string, sitting: readonly PlacedEntry[]): readonly RecordCell[] {
  const used = sitting.reduce((sum, { entry }) => sum + entry.used, 0);
  return row(name, String(sittingMinutes(sitting)), used);
}
