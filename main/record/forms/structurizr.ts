import type { RecordModel } from '#shared/record/model.ts';
import { renderMarkdown } from './markdown.ts';

/** The words that Structurizr has for a decision's standing. */
const STATUS_WORDS: Readonly<Record<string, string>> = {
  proposed: 'Proposed',
  accepted: 'Accepted',
  rejected: 'Rejected',
  deprecated: 'Deprecated',
  superseded: 'Superseded',
};

/**
 * The record as a decision of a Structurizr workspace: a workspace that has nothing but it, from which
 * it can be copied into another one's `documentation.decisions`.
 */
export function renderStructurizr(record: RecordModel): string {
  const { title, subtitle, savedAt, decision } = record;
  const workspace = {
    name: title,
    description: subtitle,
    documentation: {
      decisions: [
        {
          id: '1',
          date: `${savedAt.slice(0, 19)}Z`,
          status: STATUS_WORDS[decision.status.split(' ')[0] ?? ''] ?? 'Proposed',
          title,
          format: 'Markdown',
          // Structurizr shows Markdown as it is, and a front matter would be text.
          content: renderMarkdown(record).replace(/^---\n.*?\n---\n+/s, ''),
        },
      ],
    },
  };
  return `${JSON.stringify(workspace, null, 2)}\n`;
}
