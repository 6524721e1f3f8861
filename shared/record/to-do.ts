import { formatDate } from '#shared/base/dates.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type ToDo, toDosOf } from '#shared/review/to-do.ts';
import type { Template } from '#shared/template/template.ts';
import { heading } from './blocks.ts';
import type { RecordBlock, RecordCell } from './model.ts';
import type { RecordSource } from './source.ts';
import { isOpenWork, isPlanned, type WorkItem, type WorkKind } from './work-item.ts';
import { workItems } from './work-items.ts';

/** What the record calls each kind of work, with where it comes from. */
export const FROM: Readonly<Record<WorkKind, string>> = {
  Stage: 'Stage of the path',
  'Exit criterion': 'Exit criterion',
  Action: 'Risk',
  Improvement: 'Question',
  Condition: 'Condition',
  Commitment: 'Commitment',
  Gap: 'Gap',
  Figure: 'Missing figure',
  Learning: 'Learning',
  'To do': 'Came up',
  Question: 'Parked',
  'Not known': 'Not known yet',
  Review: 'Review again',
};

/** Work of the plan that the list is made of: what is still to be done, and not the parts of it. */
export function workToDo(review: ReviewDocument, template: Template): readonly WorkItem[] {
  return byDay(workItems(review, template).filter((item) => isOpenWork(item) && isPlanned(item)));
}

/** The first due first; what has no day comes last, in its own order. */
export function byDay(items: readonly WorkItem[]): readonly WorkItem[] {
  return items.toSorted((left, right) => compare(left.due ?? LAST_DAY, right.due ?? LAST_DAY));
}

const LAST_DAY = '9999-99-99';

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What was parked, and what came up and is over already. */
export function parkedBlocks(source: RecordSource): readonly RecordBlock[] {
  const { review, template } = source;
  const parked = workToDo(review, template).filter(({ kind }) => kind === 'Question');
  const over = toDosOf(review).filter(({ status }) => status === 'done' || status === 'dropped');
  return [
    ...(parked.length === 0 ? [] : [heading(1, 'Parked questions'), workTable('Question', parked)]),
    ...(over.length === 0 ? [] : [heading(1, 'Came up and over'), overTable(over)]),
    ...strayPlaces(source),
  ];
}

/** Where something came up of which the template knows nothing. */
function strayPlaces({ review, template }: RecordSource): readonly RecordBlock[] {
  const kinds = new Set<string>(template.sections.map(({ kind }) => kind));
  const strays = toDosOf(review).filter(({ place }) => place !== '' && !kinds.has(place.split('.')[0] ?? ''));
  if (strays.length === 0) return [];
  const items = strays.map(({ text, place }) => `${text}: ${place}`);
  return [heading(2, 'Came up in places that the template does not have'), { kind: 'list', items }];
}

function workTable(title: string, items: readonly WorkItem[]): RecordBlock {
  return {
    kind: 'table',
    columns: [
      { title, weight: 5 },
      { title: 'Who', weight: 2 },
      { title: 'By', weight: 1.5 },
      { title: 'From', weight: 2 },
    ],
    rows: items.map(({ title: text, owner, due, kind, status }): readonly RecordCell[] => [
      { text },
      { text: owner },
      { text: formatDate(due) },
      { text: status === 'In progress' ? `${FROM[kind]}, in progress` : FROM[kind] },
    ]),
  };
}

function overTable(items: readonly ToDo[]): RecordBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'What', weight: 5 },
      { title: 'Who', weight: 2 },
      { title: 'By', weight: 1.5 },
      { title: 'State', weight: 2 },
    ],
    rows: items.map(({ text, owner, due, status }): readonly RecordCell[] => [
      { text },
      { text: owner },
      { text: formatDate(due) },
      { text: status === 'done' ? 'Done' : 'Dropped' },
    ]),
  };
}
