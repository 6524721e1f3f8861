import { workItems } from '#shared/record/work-items.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { renderCsv } from './csv.ts';

const COLUMNS = [
  'Title',
  'Description',
  'Type',
  'Status',
  'Assignee',
  'Due date',
  'Labels',
  'Milestone',
  'Key',
  'Parent',
  'Component',
  'Review id',
] as const;

/** What is to be done as CSV, one issue a row; names of columns as importers of trackers look for them. */
export function renderIssuesCsv(review: ReviewDocument, template: Template): Uint8Array {
  const rows = workItems(review, template).map((item) => [
    item.title,
    item.description,
    item.kind,
    item.status,
    item.owner,
    item.due,
    `groundwork ${item.kind.toLowerCase().replaceAll(' ', '-')}`,
    item.stage,
    item.key,
    item.parent,
    review.component,
    review.id,
  ]);
  return renderCsv(COLUMNS, rows);
}
