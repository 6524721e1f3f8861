import { formatDate, formatInstant } from '#shared/base/dates.ts';
import type { Condition } from '#shared/kinds/decision/answers.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { afterwardsOf } from '#shared/review/revision.ts';
import { heading, ifField } from './blocks.ts';
import { leftOver } from './left-over.ts';
import type { RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';

/** Conditions that were closed after the signing, with who says so. */
export function closingBlocks({ review }: RecordSource): readonly RecordBlock[] {
  const closings = review.closings ?? {};
  const conditions = trackedConditions(review);
  const rows = conditions.flatMap(({ id, text }) => {
    const closing = closings[id];
    return closing
      ? [[{ text }, { text: closing.by }, { text: formatInstant(closing.at) }, { text: closing.note }]]
      : [];
  });
  const gone = leftOver(closings, new Set(conditions.map(({ id }) => id)));
  if (rows.length === 0) return gone;
  return [
    heading(1, 'Conditions closed after the signing'),
    {
      kind: 'paragraph',
      voice: 'team',
      text: 'Recorded after the signatures were given, so the signatures do not stand for these entries.',
    },
    {
      kind: 'table',
      columns: [
        { title: 'Condition', weight: 3.8 },
        { title: 'Closed by', weight: 2 },
        { title: 'When', weight: 2.8 },
        { title: 'How it is known', weight: 3.4 },
      ],
      rows,
    },
    ...gone,
  ];
}

/** Which review takes the place of this one, and whether it was set aside. */
export function afterwardsBlocks({ review }: RecordSource): readonly RecordBlock[] {
  const { supersededBy, deprecated } = review;
  const blocks: RecordBlock[] = [];
  if (supersededBy) {
    const isInForce = afterwardsOf(review) === 'superseded';
    blocks.push(heading(1, isInForce ? 'Superseded' : 'A next revision has been begun'), {
      kind: 'fields',
      rows: [
        { label: 'By', text: supersededBy.title },
        { label: 'Review', text: supersededBy.id },
        {
          label: 'Document hash',
          text: supersededBy.contentSha256 ?? 'Not signed yet; until it is, this record stands',
        },
      ],
    });
  }
  if (deprecated) {
    blocks.push(heading(1, 'Deprecated'), {
      kind: 'fields',
      rows: [
        { label: 'Since', text: formatInstant(deprecated.at) },
        ...ifField('By', deprecated.by),
        { label: 'Why', text: deprecated.reason },
      ],
    });
  }
  return blocks;
}

/** The risk or action that a condition hangs on, in a line; empty for none. */
export function conditionLink(
  { review, template }: Pick<RecordSource, 'review' | 'template'>,
  condition: Condition,
): string {
  if (condition.risk === undefined) return '';
  const risk = risksOf(review, template).find(({ id }) => id === condition.risk);
  const name = risk ? `risk “${risk.name}”` : `a risk that is no longer listed (${condition.risk})`;
  if (condition.action === undefined) return `Tracked by ${name}`;
  const action = risk?.assessment.actions.find(({ id }) => id === condition.action);
  return `Tracked by ${action ? `the action “${action.text}” of ` : 'an action no longer listed of '}${name}`;
}

/** The record that this one takes the place of, in a line for its list of facts. */
export function supersedesText({ supersedes }: ReviewDocument): string {
  if (!supersedes) return '';
  const closedAt = supersedes.closedAt === undefined ? '' : ` of ${formatDate(supersedes.closedAt.slice(0, 10))}`;
  return `“${supersedes.title}”, revision ${supersedes.number}${closedAt}, review ${supersedes.id}, signed as ${shortHash(supersedes.contentSha256)}`;
}
