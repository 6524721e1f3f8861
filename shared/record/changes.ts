import { diffReviews } from '#shared/review/revision-diff.ts';
import { supersededContent } from '#shared/review/superseded-content.ts';
import type { ChangeKind } from '#shared/template/diff.ts';
import { empty, heading } from './blocks.ts';
import type { RecordBlock, Tone } from './model.ts';
import type { RecordSource } from './source.ts';

export const CHANGES_TITLE = 'What changed since the last signed one';

const CHANGES = {
  added: { text: 'Added', tone: 'for' },
  changed: { text: 'Changed', tone: 'open' },
  removed: { text: 'Removed', tone: 'against' },
} as const satisfies Record<ChangeKind, { text: string; tone: Tone }>;

/** Field by field, what differs from the record that this one takes the place of. */
export function changesBlocks({ review, template }: RecordSource): readonly RecordBlock[] {
  const { supersedes } = review;
  if (!supersedes) return [];
  const earlier = supersededContent(review);
  const facts: RecordBlock = {
    kind: 'fields',
    rows: [
      { label: 'Supersedes', text: supersedes.title },
      { label: 'Revision', text: String(supersedes.number) },
      { label: 'Review', text: supersedes.id },
      { label: 'Signed as', text: supersedes.contentSha256 },
    ],
  };
  if (!earlier) return [facts, empty('Not assessed: the text of the superseded record is not in this review.')];
  const sections = diffReviews(earlier, review, template);
  if (sections.length === 0) return [facts, empty('The content is the same.')];
  return [
    facts,
    ...sections.flatMap(({ title, changes }): readonly RecordBlock[] => [
      heading(1, title),
      {
        kind: 'table',
        columns: [
          { title: 'Where', weight: 3 },
          { title: 'Change', weight: 1.6 },
          { title: 'Before', weight: 4 },
          { title: 'Now', weight: 4 },
        ],
        rows: changes.map(({ where, change, before, after }) => [
          { text: where.join(' › ') },
          CHANGES[change],
          { text: before },
          { text: after },
        ]),
      },
    ]),
  ];
}
