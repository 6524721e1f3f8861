import type { Dissent } from '#shared/kinds/parts.ts';
import { anchor } from '#shared/review/anchor.ts';
import { judgementsAt } from '#shared/stage/differing-views.ts';
import { dissentPosition, dissentReason } from './blocks.ts';
import type { RecordBlock, RecordCell } from './model.ts';
import type { RecordSource } from './source.ts';

type Row = readonly RecordCell[];

/** Views that differ, a row each, with what they are about. @param thing the item in its section that they are on */
export function viewRows(
  { review, template }: RecordSource,
  about: string,
  views: readonly Dissent[],
  section: 'decision' | 'options' | 'rule' | 'risks',
  thing: string,
): readonly Row[] {
  if (views.length === 0) return [];
  const judgements = judgementsAt(review, template, section, anchor(section, thing));
  return views.map((view) => [
    { text: about },
    { text: view.name },
    dissentPosition(view, judgements),
    { text: dissentReason(view, judgements) },
  ]);
}

/** The rows as a table. @param about what the first column names */
export function viewTable(about: string, rows: readonly Row[]): RecordBlock {
  return {
    kind: 'table',
    columns: [
      { title: about, weight: 2.4, heads: true },
      { title: 'Who', weight: 2.4 },
      { title: 'Position', weight: 2.2 },
      { title: 'Reason', weight: 5 },
    ],
    rows,
  };
}
